"""Writes the arrays of this folder. Needs Debian 12's python3-zarr 2.13.6 and python3-numcodecs 0.11."""
import json
import os
import shutil

import numpy as np
import zarr
from numcodecs import GZip, LZ4, Zlib, Zstd
from numcodecs.blosc import BITSHUFFLE, NOSHUFFLE, SHUFFLE, Blosc

HERE = os.path.dirname(os.path.abspath(__file__))
C, Z, Y, X = 2, 3, 24, 20
C_, Z_, Y_, X_ = np.meshgrid(np.arange(C), np.arange(Z), np.arange(Y), np.arange(X), indexing="ij")
VALUES = 60 * C_ + 17 * Z_ + 3 * Y_ + X_

KINDS = {
    "raw": ("<u2", None, "/", "C", (1, 1, 24, 20)),
    "raw-big-endian-dots": (">u2", None, ".", "C", (1, 3, 7, 20)),
    "raw-column-major": ("<u2", None, "/", "F", (1, 2, 9, 20)),
    "zlib": ("|u1", Zlib(5), "/", "C", (2, 3, 24, 20)),
    "gzip": ("<i2", GZip(5), "/", "C", (2, 3, 24, 20)),
    "zstd": ("<u4", Zstd(3), "/", "C", (2, 3, 24, 20)),
    "lz4": ("<i4", LZ4(), "/", "C", (2, 3, 24, 20)),
    "blosc-lz4": ("<u2", Blosc("lz4", 5, SHUFFLE), "/", "C", (2, 3, 24, 20)),
    "blosc-lz4-bits": ("<u2", Blosc("lz4", 5, BITSHUFFLE), "/", "C", (2, 3, 24, 20)),
    "blosc-lz4hc-plain": (">f4", Blosc("lz4hc", 5, NOSHUFFLE), "/", "C", (2, 3, 24, 20)),
    "blosc-zstd": ("<f4", Blosc("zstd", 3, SHUFFLE), "/", "C", (2, 3, 24, 20)),
    "blosc-zstd-bits": ("<f8", Blosc("zstd", 3, BITSHUFFLE), "/", "C", (2, 3, 24, 20)),
    "blosc-zlib": ("<u2", Blosc("zlib", 5, SHUFFLE), "/", "C", (2, 3, 24, 20)),
    "blosc-blosclz": ("<u2", Blosc("blosclz", 9, SHUFFLE), "/", "C", (2, 3, 24, 20)),
    "blosc-blosclz-plain": ("|u1", Blosc("blosclz", 9, NOSHUFFLE), "/", "C", (2, 3, 24, 20)),
}

for name, (dtype, compressor, separator, order, chunks) in KINDS.items():
    root = os.path.join(HERE, name + ".zarr")
    shutil.rmtree(root, ignore_errors=True)
    group = zarr.group(store=zarr.DirectoryStore(root))
    array = group.create_dataset("0", shape=VALUES.shape, chunks=chunks, dtype=dtype, compressor=compressor,
                                 order=order, dimension_separator=separator, fill_value=0)
    array[:] = VALUES
    axes = [{"name": "c", "type": "channel"}] + [{"name": n, "type": "space", "unit": "micrometer"} for n in "zyx"]
    group.attrs["multiscales"] = [{
        "version": "0.4", "axes": axes,
        "datasets": [{"path": "0", "coordinateTransformations": [{"type": "scale", "scale": [1, 0.2, 0.1, 0.1]}]}]}]
    group.attrs["omero"] = {"channels": [{"label": "green"}, {"label": "red"}]}
