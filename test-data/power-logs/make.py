"""Writes the small power-meter logs of this folder, each format in its variants, and expected.json beside them.

Every file is composed here from the description of its format; none is a copy or an excerpt of a real log. The powers are a
formula (see power), so that the expected values are computed apart from any reader.  Run: python3 make.py
"""
import json, os, shutil, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
BOM = "\ufeff"

def power(i):
    """Reading number i in mW: a small triangle wave about 3.2 mW."""
    return 3.2 + 0.004 * (i % 5 - 2)

class Folder:
    def __init__(self, name, title, text):
        self.name, self.title, self.text, self.cases = name, title, text, []
        self.path = os.path.join(HERE, name)
        shutil.rmtree(self.path, ignore_errors=True)
        os.makedirs(self.path)

    def write(self, name, text, encoding="utf-8"):
        target = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as out:
            out.write(text if isinstance(text, bytes) else text.encode(encoding))

    def case(self, file, series=None, **more):
        self.cases.append({"file": file, **({"series": series} if series is not None else {}), **more})

    def close(self):
        with open(os.path.join(self.path, "expected.json"), "w") as out:
            json.dump({"source": "the formula in ../make.py", "relative_tolerance": 1e-12, "cases": self.cases}, out, indent=1,
                      ensure_ascii=False)
            out.write("\n")
        with open(os.path.join(self.path, "README.md"), "w") as out:
            out.write(f"# {self.title}\n\n{self.text}\n\nOrigin: written by `../make.py` from the description of the format; no"
                      " real log and no part of one. Licence: that of the\nproject (Apache-2.0). `expected.json` holds for each"
                      " file what a reader must find.\n\nMade again by `python3 ../make.py`.\n")

def series(values, last_s=None, line=None, set_point=None, location=""):
    one = {"n": len(values), "first_mw": values[0], "last_mw": values[-1], "mean_mw": sum(values) / len(values)}
    if last_s is not None: one["last_s"] = last_s
    if line is not None: one["line_nm"] = line
    if set_point is not None: one["set_point"] = set_point
    if location: one["location"] = location
    return one

P = [power(i) for i in range(6)]

# ---------------------------------------------------------------- plain tables
f = Folder("plain", "Plain tables that need no mapping",
    "Comma-, semicolon- and tab-separated tables whose column names say what they hold and in which unit: `time_s,power_mW`,\n"
    "`setpoint_percent,power_mW` and close spellings.")
def table(header, rows, sep=",", end="\n"):
    return end.join([header] + [sep.join(str(cell) for cell in row) for row in rows]) + end
rows = [(i, repr(P[i])) for i in range(6)]
S = [series(P, 5)]
f.write("time-power.csv", table("time_s,power_mW", rows)); f.case("time-power.csv", S, format="table of time, power")
f.write("time-power-brackets.tsv", table("Time [s]\tPower [mW]", rows, "\t")); f.case("time-power-brackets.tsv", S)
f.write("time-min-power-uw.csv", table("time_min,power_uW", [(i, repr(P[i] * 1000)) for i in range(6)]))
f.case("time-min-power-uw.csv", [series(P, 300)])
f.write("time-h-power-w.csv", table("time (h),power (W)", [(i, repr(P[i] / 1000)) for i in range(6)]))
f.case("time-h-power-w.csv", [series(P, 18000)])
f.write("decimal-comma.csv", table("time_s;power_mW", [(i, repr(P[i]).replace(".", ",")) for i in range(6)], ";", "\r\n"))
f.case("decimal-comma.csv", S)
f.write("decimal-comma-quoted.csv", table("time_s,power_mW", [(i, '"' + repr(P[i]).replace(".", ",") + '"') for i in range(6)]))
f.case("decimal-comma-quoted.csv", S)
lin = [(s, 0.1 * s + 0.002) for s in (0, 10, 20, 50, 100)]
LIN = [series([p], set_point=s) for s, p in lin]
f.write("setpoint-power.csv", table("setpoint_percent,power_mW", [(s, repr(p)) for s, p in lin])); f.case("setpoint-power.csv", LIN)
f.write("set-point-power.csv", table("set point (%), power [mW]", [(s, repr(p)) for s, p in lin])); f.case("set-point-power.csv", LIN)
f.write("line-setpoint-u.csv", table("line_nm,set point (%),power_mW,u_mW,temperature_C,location",
    [(488, 20, 2.5, 0.01, 21.5, "sample"), (561, 20, 1.5, 0.02, 21.6, "sample"), (488, 20, 2.6, 0.01, 21.7, "sample")]))
f.case("line-setpoint-u.csv", [series([2.5, 2.6], line=488, set_point=20, location="sample"),
    series([1.5], line=561, set_point=20, location="sample")], temperature=True, uncertainty=True)
f.write("units-row.csv", table("time,power", [("s", "W")] + [(i, repr(P[i] / 1000)) for i in range(6)]))
f.case("units-row.csv", [series(P, 5)], given={"columns": "time=time; time-unit=s; power=power; power-unit=W"})
f.write("timestamp.csv", table("timestamp,power_mW", [(f"2026-03-01T23:59:5{4 + i}" if i < 6 else "", repr(P[i])) for i in range(6)]))
f.case("timestamp.csv", S, started_at="2026-03-01T23:59:54")
f.write("dates-that-follow.csv", table("date and time,power_mW", [("03/04/2026 11:59:58 PM", 1.0), ("04/04/2026 12:00:03 AM", 1.1)]))
f.case("dates-that-follow.csv", [series([1.0, 1.1], 5)], started_at="2026-04-03T23:59:58")
f.write("dates-open.csv", table("date,time,power_mW", [("03/04/2026", "12:00:00", 1.0), ("03/04/2026", "12:00:01,5", 1.1)], ";").replace("date,time,power_mW", "date;time;power_mW"))
f.case("dates-open.csv", asks="date-order", says="line 2: the date 03/04/2026 could be day-first or month-first")
f.case("dates-open.csv", [series([1.0, 1.1], 1.5)], given={"date-order": "month-first"}, started_at="2026-03-04T12:00:00")
f.write("dates-with-dots.csv", table("date;time;power_mW", [("03.04.26", "12:00", 1.0), ("03.04.26", "12:01", 1.1)], ";"))
f.case("dates-with-dots.csv", [series([1.0, 1.1], 60)], started_at="2026-04-03T12:00:00")
f.write("day-13.csv", table("timestamp,power_mW", [("13/04/2026 12:00:00", 1.0)]))
f.case("day-13.csv", [series([1.0], 0)], started_at="2026-04-13T12:00:00")
f.case("day-13.csv", refuses="is no month-first date", given={"date-order": "month-first"})
f.write("time-of-day.csv", table("time,power_mW", [("23:59:59", 1.0), ("00:00:01", 1.1)])); f.case("time-of-day.csv", [series([1.0, 1.1], 2)])
f.write("preamble.csv", "Power check, microscope 3\n\nMeter wavelength: 488 nm\n\n" + table("time_s,power_mW", rows))
f.case("preamble.csv", S, meter_wavelength=488)
bad = [(0, 1.0), (1, "n/a"), (2, ""), (3, "Over"), (4, "1,5"), (5, "9.9E37"), ("x", 2.0), (7, 1.1)]
f.write("bad-cells.csv", table("time_s;power_mW", bad, ";"))
f.case("bad-cells.csv", [series([1.0, 1.1], 7)], rejected={"BAD_NUMBER": 4, "METER_SATURATED": 2}, rejected_lines=[3, 4, 5, 6, 7, 8])
f.write("no-unit.csv", table("laser_wavelength,laser_power", [(405, 3.25), (488, 5.87)]))
f.case("no-unit.csv", asks="power-unit", says="does not say the unit of its power (a reading of 5.87 would be 5.87 mW or 5.87 W)")
f.case("no-unit.csv", [series([3.25], line=405), series([5.87], line=488)], given={"power-unit": "mW"})
f.write("implausible-w.csv", table("time_s,power_W", [(i, 12000 + i) for i in range(6)]))
f.case("implausible-w.csv", asks="power-unit", says="in mW that is 12 W, in W 12000 W")
f.case("implausible-w.csv", [series([12000 + i for i in range(6)], 5)], given={"power-unit": "mW"}, remarks=["UNIT_OVERRULED"])
f.write("header-only.csv", "time_s,power_mW\n"); f.case("header-only.csv", refuses="has a header but no readings below it")
f.write("all-bad.csv", "time_s,power_mW\n0,a\n1,b\n"); f.case("all-bad.csv", refuses="line 2: none of its 2 rows is a reading")
f.write("wrong-setpoint.csv", table("set point (%),power_mW", [(20, 2.0), (20, 2.1), (30, 3.0)]))
f.case("wrong-setpoint.csv", [series([2.0, 2.1], set_point=20)], given={"set-point": "20"}, rejected={"WRONG_SETPOINT": 1})
f.write("unclosed-quote.csv", 'time_s,power_mW\n0,1.0\n1,"1.1\n2,1.2\n'); f.case("unclosed-quote.csv", refuses="line 3: a cell beginning with a double quote")
f.write("decimal-comma-between-commas.csv", "time_s,power_mW\n0,0,3,2\n1,0,3,3\n")
f.case("decimal-comma-between-commas.csv", refuses="line 2: none of its 2 rows is a reading (table of time, power); expected a number, found '4 cells under 2 names")
f.write("percent-and-power.csv", table("laser power (%),P [mW],", [(s, repr(p), "") for s, p in lin])); f.case("percent-and-power.csv", LIN)
f.write("energy.csv", table("time_s,power (J)", rows)); f.case("energy.csv", refuses="line 1: the readings are in J, the energy of pulses")
f.close()

# ---------------------------------------------------------------- encodings
f = Folder("encodings", "One table in every encoding", "The same semicolon-separated table with a degree sign, a micro sign and a"
    " decimal comma in each encoding a logger writes.")
text = table("Zeit;time_s;power [\u00b5W];temperature [\u00b0C]", [("a", i, repr(P[i] * 1000).replace(".", ","), "21,5") for i in range(6)], ";", "\r\n")
for name, encoding, mark in [("utf-8", "utf-8", ""), ("utf-8-bom", "utf-8", BOM), ("utf-16le", "utf-16-le", ""), ("utf-16le-bom", "utf-16-le", BOM),
        ("utf-16be", "utf-16-be", ""), ("utf-16be-bom", "utf-16-be", BOM), ("windows-1252", "cp1252", ""), ("iso-8859-1", "iso-8859-1", "")]:
    f.write(name + ".csv", mark + text, encoding); f.case(name + ".csv", S, temperature=True)
f.close()

# ---------------------------------------------------------------- Thorlabs
f = Folder("thorlabs", "Thorlabs Optical Power Monitor",
    "A head of 14 lines whose wording differs between versions, then the column names with trailing blanks and rows with a blank\n"
    "before the time. Power in W. European Windows writes semicolons and decimal commas.")
def thorlabs(sep=",", comma=False, date="MM/dd/yyyy", day="11/12/2024", temperature=True, more="", n=6, head=None):
    names = ["Samples ", f"Date ({date}) ", "Time of day (hh:mm:ss) ", "Power (W)"]
    if temperature: names += ["Temperature (\u00b0C)"]
    if more: names += [more]
    lines = head if head is not None else (["Thorlabs Optical Power Monitor"] + [f"Device{sep} PM100D", f"Serial Number{sep} P0000001",
        f"Sensor{sep} S170C", f"Sensor wavelength range{sep} 400 nm - 1100 nm", f"Wavelength{sep} 488 nm"] + [f"Setting {i}{sep} 0" for i in range(7)] + [""])
    lines = lines + [sep.join(names)]
    for i in range(n):
        value = f"{power(i) / 1000:.9E}"
        row = [str(i + 1), day, f" 17:27:{32 + i:02d}.{100 + i}", value.replace(".", ",") if comma else value]
        if temperature: row += ["21,5" if comma else "21.5"]
        if more: row += ["inf"]
        lines.append(sep.join(row))
    return "\r\n".join(lines) + "\r\n"
R = [float(f"{power(i) / 1000:.9E}") * 1000 for i in range(6)]
T = [series(R, 5.005)]
f.write("comma.csv", thorlabs())
f.case("comma.csv", T, format="Thorlabs Optical Power Monitor log", started_at="2024-11-12T17:27:32.100", meter_wavelength=488, temperature=True,
    meter="Device PM100D, Serial Number P0000001, Sensor S170C")
f.write("semicolon.csv", thorlabs(";", True)); f.case("semicolon.csv", T, started_at="2024-11-12T17:27:32.100", temperature=True)
f.write("no-temperature.csv", thorlabs(temperature=False)); f.case("no-temperature.csv", T)
f.write("irradiance-infinite.csv", thorlabs(more="Irradiance (W/cm\u00b2)")); f.case("irradiance-infinite.csv", T)
f.write("dbm-beside.csv", thorlabs(more="Power (dBm)")); f.case("dbm-beside.csv", T)
f.write("windows-1252.csv", thorlabs(), "cp1252"); f.case("windows-1252.csv", T)
f.write("day-first-stated.csv", thorlabs(date="dd/MM/yyyy")); f.case("day-first-stated.csv", T, started_at="2024-12-11T17:27:32.100")
f.write("month-first-impossible.csv", thorlabs(day="13/12/2024")); f.case("month-first-impossible.csv", T, started_at="2024-12-13T17:27:32.100", remarks=["DATE_ORDER"])
f.write("date-unstated.csv", thorlabs().replace(" (MM/dd/yyyy)", ""))
f.case("date-unstated.csv", asks="date-order", says="line 16: the date 11/12/2024 could be day-first or month-first")
f.case("date-unstated.csv", T, given={"date-order": "day-first"}, started_at="2024-12-11T17:27:32.100")
f.write("20241112-1727_488nm_short_80%.csv", thorlabs().replace(" (MM/dd/yyyy)", ""))
f.case("20241112-1727_488nm_short_80%.csv", [series(R, 5.005, 488, 80)], started_at="2024-11-12T17:27:32.100")
f.write("head-of-3.csv", thorlabs(head=["PM400", "a", "b"])); f.case("head-of-3.csv", T)
f.write("over-midnight.csv", thorlabs(n=2).replace("17:27:32.100", "23:59:59.500").replace("11/12/2024, 17:27:33.101", "11/13/2024, 00:00:00.500"))
f.case("over-midnight.csv", [series(R[:2], 1.0)])
f.close()

# ---------------------------------------------------------------- StarLab
f = Folder("starlab", "Ophir StarLab", "Text logs of file versions 4 and 5: commented head with details and statistics of each channel,"
    " padded cells, exponents of\nthree digits, a tab at the end of each row, `Over` where the meter was over its range.")
def exp3(x):
    mantissa, exponent = f"{x:.3e}".split("e")
    return f"{mantissa}e{'-' if int(exponent) < 0 else '+'}{abs(int(exponent)):03d}"
def starlab(channels, rows, version=5, units="W", total=None, over=None, derived=(), date="18/08/2022"):
    lines = [f";PC Software:StarLab Version {'3.72 Build 3' if version == 5 else '2.40 Build 8'}",
        "! a line that warns not to change the file", f";Logged:{date} at 16:06:44", f";File Version:{version}"]
    if version == 5: lines += [";Time Resolution:1 microseconds"]
    lines += [";Graph Mode:Merge", ";Graph Type:Line", ";Notes: 5\" from the lens", ""]
    if derived: lines += [";Math M:A*30/28.4", ";Functions:Average:3 sec", ""]
    for k, (name, nm) in enumerate(channels):
        found = [row[k] for row in rows]
        count = sum(cell not in ("", "Over") for cell in found)
        lines += [f";Channel {name}:Nova II PD300 (s/n:00000{k})  NV1.00 (s/n:00001{k})", "", f";Channel {name}:Details", ";Name:PD300",
            ";Graph Color:RGB(1,2,3)", f";Units:{units}", f";Settings:Measuring:{'Energy' if units == 'J' else 'Power'}",
            f";Settings:Wavelength:{nm}", ";Settings:Range:30.0mW", ";Settings:Pulse Width:30uS", "", f";Channel {name}:Statistics", ";Min:3.1mW", ";Max:3.3mW",
            f";Overrange:{found.count('Over') if over is None else over}", f";Total Pulses:{count if total is None else total}", ";--------------------", "", ""]
    lines += [f";First Pulse Arrived : {date} at 16:06:45" + (".250000" if version == 4 else "")]
    lines += ["  Timestamp   \t" + "\t".join(f"  Channel {n}  " for n, _ in channels) + "".join("\t  " + d for d in derived) + "\t"]
    for i, row in enumerate(rows):
        lines.append(f"{i * 1.009374:17.6f}\t" + "".join(f"  {cell} \t" for cell in row) + "".join("  1.000e+000 \t" for _ in derived))
    return "\r\n".join(lines) + "\r\n"
E = [exp3(power(i) / 1000) for i in range(6)]
V = [float(e) * 1000 for e in E]
f.write("version-5.txt", starlab([("A", 488)], [[e] for e in E]))
f.case("version-5.txt", [series(V, 5 * 1.009374)], format="Ophir StarLab log, file version 5", started_at="2022-08-18T16:06:45", meter_wavelength=488, remarks=[])
f.write("version-4.txt", starlab([("A", 561)], [[e] for e in E], 4, derived=("F(A)", "Math M")))
f.case("version-4.txt", [series(V, 5 * 1.009374)], format="Ophir StarLab log, file version 4", started_at="2022-08-18T16:06:45.250", remarks=["DERIVED_COLUMNS"])
rows = [[E[0], ""], ["", E[1]], [E[2], ""], ["", "Over"], ["Over", E[3]], [E[4], E[5]]]
f.write("two-channels.txt", starlab([("A", 488), ("B", 561)], rows))
f.case("two-channels.txt", [series([V[0], V[2], V[4]], 5 * 1.009374, location="Channel A"), series([V[1], V[3], V[5]], 5 * 1.009374, location="Channel B")],
    rejected={"METER_SATURATED": 2}, remarks=["METER_WAVELENGTHS"])
f.case("two-channels.txt", [series([V[0], V[2], V[4]], location="port"), series([V[1], V[3], V[5]], location="sample")], given={"location": "port, sample"}, rejected={"METER_SATURATED": 2})
f.write("cut-off.txt", starlab([("A", 488)], [[e] for e in E], total=31590, over=3)); f.case("cut-off.txt", [series(V)], remarks=["TOTAL_DIFFERS", "OVERRANGE_DIFFERS"])
f.write("joule.txt", starlab([("A", 206)], [[e] for e in E], units="J")); f.case("joule.txt", refuses="Channel A was logged in J, the energy of pulses")
f.write("day-first.txt", starlab([("A", 488)], [[e] for e in E], date="05/08/2022")); f.case("day-first.txt", [series(V)], started_at="2022-08-05T16:06:45")
f.write("no-table.txt", starlab([("A", 488)], []).split("  Timestamp")[0]); f.case("no-table.txt", refuses="no line 'Timestamp, Channel A'")
f.close()

# ---------------------------------------------------------------- WG1 and SmartLPM
f = Folder("wg1-smartlpm", "QUAREP WG1 scripts and SmartLPM",
    "Tab-separated texts that look alike: WG1 scripts write W and mostly a line of units, SmartLPM writes mW and none. With and\n"
    "without units, brackets, temperature and header; five names above four values; no line end at the end; appended twice.")
def stamp(i): return f"2024-11-08 17:27:{32 + i:02d}.678"
def wg1(header, scale=1.0, temperature=False, end="\r\n", units=None, n=6, last=True, line=488, setting=30):
    lines = ([header] if header else []) + ([units] if units else [])
    for i in range(n):
        lines.append("\t".join([stamp(i), str(line), str(setting), repr(power(i) * scale)] + (["21.5"] if temperature else [])))
    return end.join(lines) + (end if last else "")
PLAIN = "timestamp\twavelength\tsetting\tpower"
U = "YYYY-MM-DD HH:MM:SS\tnm\ts\tW"
W = [series([power(i) * 1e-3 * 1e3 for i in range(6)], 5, 488, 30)]
M = [series(P, 5, 488, 30)]
f.write("units.txt", wg1(PLAIN, 1e-3, units=U)); f.case("units.txt", W, format="QUAREP WG1 or SmartLPM text", started_at="2024-11-08T17:27:32.678")
f.write("units-temperature.txt", wg1(PLAIN + "\ttemperature", 1e-3, True, units=U + "\tC")); f.case("units-temperature.txt", W, temperature=True)
f.write("no-newline-at-end.txt", wg1(PLAIN, 1e-3, units=U, last=False, end="\n")); f.case("no-newline-at-end.txt", W)
f.write("units-mw.txt", wg1(PLAIN, units="YYYY-MM-DD HH:MM:SS\tnm\t%\tmW")); f.case("units-mw.txt", M)
f.write("no-units.txt", wg1(PLAIN)); f.case("no-units.txt", asks="power-unit", says="logs that look the same are in W or in mW, so say it with --set power-unit=mW")
f.case("no-units.txt", M, given={"power-unit": "mW"})
f.case("no-units.txt", [series([1000 * p for p in P], 5, 488, 30)], given={"power-unit": "W"})
f.write("temperature-named-not-written.txt", wg1(PLAIN + "\ttemperature")); f.case("temperature-named-not-written.txt", M, given={"power-unit": "mW"}, temperature=False)
f.write("brackets.csv", wg1("timestamp\twavelength[nm]\tsetting[%]\tpower[mW]\ttemperature[C]")); f.case("brackets.csv", M, temperature=False)
f.write("brackets-temperature.txt", wg1("timestamp\twavelength[nm]\tsetting[%]\tpower[mW]\ttemperature[C]", temperature=True)); f.case("brackets-temperature.txt", M, temperature=True)
f.write("no-header.txt", wg1("")); f.case("no-header.txt", asks="power-unit"); f.case("no-header.txt", M, given={"power-unit": "mW"}, format="QUAREP WG1 or SmartLPM text without header")
f.write("no-header-temperature.txt", wg1("", temperature=True)); f.case("no-header-temperature.txt", M, given={"power-unit": "mW"}, temperature=True)
f.write("appended.txt", wg1(PLAIN, 1e-3, units=U) + wg1(PLAIN, 1e-3, units=U, line=561))
f.case("appended.txt", [series(P, 5, 488, 30), series(P, 5, 561, 30)], remarks=[])
f.write("unit-changes.txt", wg1(PLAIN, 1e-3, units=U) + wg1(PLAIN, units=U.replace("W", "mW"))); f.case("unit-changes.txt", refuses="line 10: the unit of power changes to mW inside the file")
some = wg1(PLAIN + "\ttemperature", 1e-3, True, units=U + "\tC").replace("\t21.5", "", 2)
f.write("temperature-fails-at-first.txt", some); f.case("temperature-fails-at-first.txt", W, temperature=False, remarks=["TEMPERATURE_MISSING"])
f.write("microwatts-as-mw.csv", wg1("timestamp\twavelength[nm]\tsetting[%]\tpower[mW]", 1e-4))
f.case("microwatts-as-mw.csv", asks="power-unit", says="the power is said to be in mW, but its strong readings are about 3.21e-04")
f.case("microwatts-as-mw.csv", [series([p * 1e-4 for p in P], 5, 488, 30)], given={"power-unit": "mW"}, remarks=[])
f.close()

# ---------------------------------------------------------------- pulse trains
f = Folder("pulses", "Pulse trains", "A source that goes on and off under a meter read once a second (blind mode of SmartLPM, lines that take"
    " turns): dark readings of\n0.2 uW that decay after each pulse, edges averaged over, two to four readings of each pulse on its level.")
def train(levels, on=4, off=5, header="timestamp\twavelength[nm]\tsetting[%]\tpower[mW]"):
    values = []
    for level in levels:
        values += [2.1e-4, 2.0e-4, 2.2e-4][: off - 2] + [0.35 * level] + [level * (1 + 0.003 * k) for k in range(on)] + [0.4 * level, 3e-3 * level]
    values += [2.0e-4, 2.0e-4]
    lines = [header]
    for i, v in enumerate(values):
        lines.append(f"2024-11-08 17:{i // 60:02d}:{i % 60:02d}.000\t488\t30\t{v!r}")
    return "\n".join(lines) + "\n"
def lit(level, on=4): return [level * (1 + 0.003 * k) for k in range(on)]
f.write("equal.txt", train([5, 5, 5, 5, 5])); f.case("equal.txt", [series(lit(5) * 5, line=488, set_point=30)], remarks=["PULSES"])
lp = [0.5, 2, 8, 0.3, 1.2, 5]
f.write("lines/train.txt", train(lp))
f.case("lines/train.txt", [series(lit(p), line=l, set_point=s) for p, (l, s) in zip(lp, [(488, 5), (488, 20), (488, 80), (561, 5), (561, 20), (561, 80)])],
    given={"line": "488, 561", "set-point": "5, 20, 80"}, remarks=["PULSES"])
pl = [0.5, 0.3, 2, 1.2, 8, 5]
f.write("points/train.txt", train(pl))
f.case("points/train.txt", [series(lit(p), line=l, set_point=s) for p, (l, s) in zip(pl, [(488, 5), (561, 5), (488, 20), (561, 20), (488, 80), (561, 80)])],
    given={"line": "488, 561", "set-point": "5, 20, 80"}, remarks=["PULSE_ORDER", "PULSES"])
f.case("points/train.txt", [series(sum([lit(p) for p in pl], []), line=488, set_point=30)], given={"line": "405, 488, 561, 640", "set-point": "30"}, remarks=["PULSES"])
weak = [0.05, 2, 8, 0.06, 1.2, 5]
f.write("weak/train.txt", train(weak))
f.case("weak/train.txt", [series(lit(p), line=l, set_point=s) for p, (l, s) in zip(weak, [(488, 1), (488, 20), (488, 80), (561, 1), (561, 20), (561, 80)])],
    given={"line": "488, 561", "set-point": "1, 20, 80"}, remarks=["PULSES"])
f.write("recipe/train.txt", train(lp))
f.write("recipe/recipe.tsv", "Process:\r\nwavelengths\t[488, 561]\r\nsetPowers\t[5, 20, 80]\r\nduration\t60\r\norder\tLP\r\n")
f.case("recipe/train.txt", [series(lit(p), line=l, set_point=s) for p, (l, s) in zip(lp, [(488, 5), (488, 20), (488, 80), (561, 5), (561, 20), (561, 80)])], remarks=["PULSES"])
f.write("drop-outs.csv", "time_s,power_mW\n" + "".join(f"{i},{0.0001 if i in (20, 21, 60) else 5.0}\n" for i in range(100)))
f.case("drop-outs.csv", [series([0.0001 if i in (20, 21, 60) else 5.0 for i in range(100)], 99)], remarks=[])
f.close()

# ---------------------------------------------------------------- Tool Kit folders
f = Folder("tool-kit", "Folders of the QUAREP-LiMi Tool Kit", "Files named `<date-time>_<line>[_<port>]_<short|long|linear>[_<power>[%]]` with an"
    " `_info.txt` beside, dates year-first (Tool\nKit, SmartLPM) and day-first (WG1 script for ZEN Blue, `.csv` with tabs inside).")
info = "lightSourceModel\texample source\nlightSourceIdentifier\ttest\nsetPowers\t[30, 80]\nwavelengths\t[488, 561]\nrefWavelength\t488\ncalibrationFactors\t[1.0, 1.0]\n"
B = "timestamp\twavelength[nm]\tsetting[%]\tpower[mW]"
f.write("session/20241108-1727_488nm_short_80%.txt", wg1(B, setting=80)); f.write("session/20241108-1727_561nm_port2_linear.txt", wg1(B, line=561))
f.write("session/20241108-1727_info.txt", info); f.write("session/20241108-1727_raw.txt", train([5, 5, 5]))
f.case("session", [series(P, 5, 488, 80), series(P, 5, 561, 30)], remarks=["RAW_STREAM"], started_at="2024-11-08T17:27:32.678", light_source="example source")
f.write("zen-blue/check08112024-1727_488_short_80.csv", wg1(PLAIN, 1e-3, units=U, setting=80)); f.case("zen-blue", [series(P, 5, 488, 80)])
f.case("zen-blue/check08112024-1727_488_short_80.csv", [series(P, 5, 488, 80)])
f.write("renamed/20241108-1727_561nm_short_80%.txt", wg1(B)); f.case("renamed", [series(P, 5, 488, 30)], remarks=["LINE_DIFFERS", "SET_POINT_DIFFERS"])
f.write("thorlabs/20241112-1727_640nm_long_20.csv", thorlabs()); f.case("thorlabs", [series(R, 5.005, 640, 20)])
f.write("two/20241108-1727_488nm_linear.txt", wg1(B)); f.write("two/20241109-0900_488nm_linear.txt", wg1(B))
f.case("two", refuses="holds 2 measurements (20241108-1727, 20241109-0900); give the files of one of them")
f.write("corrected/20241108-1727_488nm_linear.txt", wg1(B)); f.write("corrected/20241108-1727_info.txt", info.replace("[1.0, 1.0]", "[1.0, 1.07]"))
f.case("corrected", [series(P, 5, 488, 30)], remarks=["CORRECTED_BEFORE"])
f.write("other/readme.txt", "hello\n"); f.case("other", refuses="holds no log named as the QUAREP-LiMi Tool Kit does")
f.close()

# ---------------------------------------------------------------- home-made loggers
f = Folder("loggers", "Home-made loggers", "Comment lines in front, column names behind a `#`, comma and tab between cells.")
own = "# Power meter measurement log\n# Preset wavelength: 400\n" + "#" * 40 + "\n# Date and time,\tPM value [W]{more}\n"
def own_rows(more=""): return "".join(f"2019/08/09 09:25:{32 + i},\t{power(i) / 1000!r}{more}\n" for i in range(6))
Q = [series([power(i) / 1000 * 1000 for i in range(6)], 5)]
f.write("date-power.csv", own.format(more="") + own_rows()); f.case("date-power.csv", Q, format="text of a logger", meter_wavelength=400, started_at="2019-08-09T09:25:32")
f.write("date-power-temperature.csv", own.format(more=",\tPMT Temp [\u00b0]") + own_rows(",\t-20.1")); f.case("date-power-temperature.csv", Q, temperature=True)
f.close()

# ---------------------------------------------------------------- tables that need a mapping
f = Folder("mapped", "Tables that need a mapping", "Tables in other words; a person confirms once what the columns hold.")
f.write("german.csv", "Messung vom Montag\nZeit [s];Leistung [mW];Sollwert\n" + "".join(f"{i};{repr(P[i]).replace('.', ',')};30\n" for i in range(6)), "cp1252")
f.case("german.csv", asks="columns", says='--set columns="time=Zeit [s]; power=Leistung [mW]; set-point=Sollwert"')
f.case("german.csv", [series(P, 5, set_point=30)], given={"columns": "time=Zeit [s]; power=Leistung [mW]; set-point=Sollwert"})
f.write("no-names.tsv", "".join(f"{i}\t{P[i]!r}\n" for i in range(6)))
f.case("no-names.tsv", asks="columns", says='--set columns="time=#1; power=#2; time-unit=s; power-unit=\u2026"')
f.case("no-names.tsv", [series(P, 5)], given={"columns": "time=#1; time-unit=s; power=#2; power-unit=mW"})
f.case("no-names.tsv", [series(P, 300)], given={"columns": "time=#1; time-unit=min; power=#2", "power-unit": "mW"})
f.case("no-names.tsv", asks="power-unit", given={"columns": "time=#1; time-unit=s; power=#2"})
f.case("no-names.tsv", refuses="no column 'Leistung'", given={"columns": "power=Leistung; header-line=1"})
f.case("no-names.tsv", refuses="takes entries such as 'power=Leistung'", given={"columns": "Leistung"})
f.case("no-names.tsv", refuses="must say which column holds the power", given={"columns": "time=#1"})
f.write("watts.csv", "a,b\n0,5.0e-5\n1,5.1e-5\n"); f.case("watts.csv", [series([5.0e-5, 5.1e-5], 1)], given={"columns": "time=a; time-unit=s; power=b; power-unit=mW"})
f.write("two-powers.csv", "time_s,power_mW,power_W\n0,3.2,0.0032\n"); f.case("two-powers.csv", asks="columns")
f.case("two-powers.csv", [series([3.2], 0)], given={"columns": "time=time_s; power=power_mW"})
f.write("prose.txt", "This is a letter, and the power of words is great.\nIt has no table.\n"); f.case("prose.txt", refuses="is no log of a power meter that is known")
f.close()
