BEGIN TRANSACTION;
CREATE TABLE audit (
  facility_id varchar(36) not null,
  sequence bigint not null,
  happened_at bigint not null,
  person_id varchar(36),
  action varchar(64) not null,
  subject varchar(64) not null,
  payload_hash varchar(64) not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null,
  constraint audit_pk primary key (facility_id, sequence),
  constraint audit_in_facility foreign key (facility_id) references facility (facility_id)
);
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',1,1773307800123,NULL,'add-facility','019ce161-aa3b-7000-81b5-cc98922fb1ed','9323bec6c5987a33724c741c1ef84a9ecc09e3d055bb28e992d7d64ed410e0fa','0000000000000000000000000000000000000000000000000000000000000000','cef81481d550119c68c924227f1a3800afdaf5879d8b52eeb15739a5d7e20341');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',2,1773307800123,NULL,'add-instrument','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','d0fbbe0dcd1a62ca388a34f6927351d5c0c278006311eb5c559b24645b613d8b','cef81481d550119c68c924227f1a3800afdaf5879d8b52eeb15739a5d7e20341','9626938b695fc2ac5ce9ff0d9c093d36394ef652dd96128634d2275a1418438c');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',3,1773307800123,NULL,'add-configuration','019ce161-aa3b-7004-a273-711633a4b373','c34a1e06891473d667d5d36a2c4cb77fc231c39f3de90f3944a71d0cdf6b57d4','9626938b695fc2ac5ce9ff0d9c093d36394ef652dd96128634d2275a1418438c','9178a97b6181675fabb03cbcdad3d416e3759075a012cf9cb01788e01f58da9f');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',4,1773307800123,NULL,'add-meter','019ce161-aa3b-7005-8164-4603df34bd22','b5dd2d06bfa236b9bf6afb97019d7062ab22d3d0908f9044f5d7a9b50bc93b56','9178a97b6181675fabb03cbcdad3d416e3759075a012cf9cb01788e01f58da9f','7f9251d06e45f4b3400d7149f57ccb306d97a2e741503b030dfbe3da6bae52f9');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',5,1773307800123,NULL,'add-certificate','019ce161-aa3b-7006-80eb-070d00b62956','2859d3879f273abfcfab8fc62d686183055c16d133fa5dc11c2f28a63c192135','7f9251d06e45f4b3400d7149f57ccb306d97a2e741503b030dfbe3da6bae52f9','b065651ebefa9e04e004433cb51a3ce9ad548397dd228dab942201b2eeba33f2');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',6,1773307800123,'019ce161-aa3b-7009-accf-d5786aae8a0d','add-check','019ce161-aa3b-7007-84f9-79c457690d89','657841a294162649149ea89b33f2f34e18b5146616bec6751e73458a5ccb4d8d','b065651ebefa9e04e004433cb51a3ce9ad548397dd228dab942201b2eeba33f2','10d7db2b2690fbd42361b90b6bed6b35c733d21a4d46c2524189778429c363c1');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',7,1773307800123,'019ce161-aa3b-7009-accf-d5786aae8a0d','confirm-columns','019ce161-aa3b-700a-9a2e-2d7f854b374c','8209a06c645007464135801e3704677b912f536e27737998da7ab2aa5b1c54b9','10d7db2b2690fbd42361b90b6bed6b35c733d21a4d46c2524189778429c363c1','baba4c0d8d2bfbc0f36530adb62bd1e63238607f3b8b56031f4e96d1bf61d7df');
CREATE TABLE check_figures (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  document bytea not null,
  constraint check_figures_pk primary key (facility_id, check_id),
  constraint check_figures_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);
INSERT INTO "check_figures" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',X'1F8B08000000000000FFED55DB4EDB4010FD156B5F6B87D8296D638987202E55A5D08B8A7A41080DF6D85E58AFDDDD35498AF259FD817E5967D7063B0455ADC42379DACCE5CCCC99B3EB5BA693024B60316B948C339E36090711B756FA9F370A751C329F7567169FDD329E52C225421A588FE1462019F6C9E039032E0DFD3F0003BE5756290ADFA35402073122FF3597168097906350834441C6A4124D29093FB288A2AB24E092BC31FBFABD0DA91A450E962B5C05FA47030A035555869C0AB441C5E25BB6E0A929583CF159813C2F8C83ACF912C585735D34258BC7A3F1ABDD3B731BD7D92938131598494485F0DDF2EADBF17EBE337F339B5D1FAC66B393839D8F87C72F16F3F9343B9DBDFFAC8F76667B7B6CEDB312D435AACDBE5F53674B168723AAB572E874D0FC27F1351D8DE958406DB94B399415B142B357D21A16A02497395B9FAFFD671A2C0D8E08A7BC5A55192924580EC4F7A1B5F5EAEB759634EA86E4E43AE85BB2C98DE436F4F7AFD236BE1ABAB934283537AB3E6C76706AC33A383B9E84D2D6CEB8655E9B95EB24055D60DA963B1B8F429FA63D77E867E1687C184CC93079F0A3E97C96373C7D207B5360A56C0B602C6BE1D46737A80C4F80BC4635784F541739144B0122F34A58F29236DA42EC8E2DDB3D440642F718121BA3C83CA4DADE4E3DE4B95AA0F240A69EC1B24605865E85C758BFCFDC601DA836E4B451CFF0127B6E6DA0A6966C0951E5A0B8294A9E58BE3B204BCBEAEF0BDCDE4C6DBB1DEC467089DD666817DD56223A3D19FF8EBA7FED73587428F012EA01E5475FDECEBDA55751658FCA78194791F694BF97E8D515E9D503CFBEC98317D645062DDAFF887FDB7D03A2C16148DBD4569C6B6493C3F0EEEE8F5D95C829B085A39B1112B732B773066134DA1DEA376A13275DE2CBCDC468C057CAB551FCB231BC925BC43D26CE07095BD36D0FA6A1ACC5A6B892022449D37DF21C8276173EF2DBB14EE0843DB1AEDCB00AAF3031EE85B91BF4536772FBD78F0D9C8310E82A3E7F5B373F2AE7EB3FC474124C05090000');
CREATE TABLE check_input (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  name varchar(1000) not null,
  form varchar(16) not null,
  sha256 varchar(64) not null,
  bytes bigint not null,
  facts text not null,
  constraint check_input_pk primary key (facility_id, check_id, position),
  constraint check_input_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint check_input_form check (form in ('file', 'folder'))
);
INSERT INTO "check_input" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',0,'beads-0.3333333333333333.tif','file','1d5c9ea674b7314d2126e1902af9b51b762f59267d5b5fa6bd599bd193094991',28,'{"width":{"value":256.0,"unit":"1"},"pixel-size":{"value":0.065,"unit":"um"},"pixel-type":{"value":"uint16"}}');
CREATE TABLE check_parameter (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  name varchar(64) not null,
  channel int not null,
  quantity double precision,
  unit varchar(32),
  word text,
  origin varchar(16) not null,
  constraint check_parameter_pk primary key (facility_id, check_id, position),
  constraint check_parameter_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);
INSERT INTO "check_parameter" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',0,'bead-diameter',0,100.0,'nm',NULL,'given');
INSERT INTO "check_parameter" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',1,'emission',2,600.0,'nm',NULL,'file');
INSERT INTO "check_parameter" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',3,'na',0,1.4,'1',NULL,'default');
INSERT INTO "check_parameter" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',2,'immersion',0,NULL,NULL,'oil','registry');
CREATE TABLE column_mapping (
  facility_id varchar(36) not null,
  mapping_id varchar(36) not null,
  header varchar(2000) not null,
  mapping varchar(400) not null,
  configuration_id varchar(36) not null,
  person_id varchar(36),
  confirmed_at bigint not null,
  constraint column_mapping_pk primary key (facility_id, mapping_id),
  constraint column_mapping_of foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id),
  constraint column_mapping_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
INSERT INTO "column_mapping" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-700a-9a2e-2d7f854b374c','Zeit | Leistung','time=Zeit; power=Leistung','019ce161-aa3b-7004-a273-711633a4b373','019ce161-aa3b-7009-accf-d5786aae8a0d',1773307800123);
CREATE TABLE component (
  facility_id varchar(36) not null,
  component_id varchar(36) not null,
  kind varchar(32) not null,
  name text not null,
  manufacturer text not null,
  model text not null,
  serial text not null,
  properties text not null,
  constraint component_pk primary key (facility_id, component_id),
  constraint component_in_facility foreign key (facility_id) references facility (facility_id)
);
INSERT INTO "component" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7002-8e53-118bcb632b1c','objective','63x/1.4 oil','Maker','Plan','42','{"immersion":"oil","na":"1.4"}');
INSERT INTO "component" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7003-a273-c16481b62c61','light-source','Laser 488','','','','{}');
CREATE TABLE configuration (
  facility_id varchar(36) not null,
  configuration_id varchar(36) not null,
  instrument_id varchar(36) not null,
  slug varchar(64) not null,
  name text not null,
  properties text not null,
  constraint configuration_pk primary key (facility_id, configuration_id),
  constraint configuration_slug unique (facility_id, instrument_id, slug),
  constraint configuration_of_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id)
);
INSERT INTO "configuration" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7004-a273-711633a4b373','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','63x-oil-confocal','Confocal 488','{"emission.2":"600nm","modality":"confocal"}');
CREATE TABLE configuration_component (
  facility_id varchar(36) not null,
  configuration_id varchar(36) not null,
  position int not null,
  component_id varchar(36) not null,
  constraint configuration_component_pk primary key (facility_id, configuration_id, position),
  constraint configuration_component_path foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id),
  constraint configuration_component_part foreign key (facility_id, component_id)
    references component (facility_id, component_id)
);
INSERT INTO "configuration_component" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7004-a273-711633a4b373',0,'019ce161-aa3b-7002-8e53-118bcb632b1c');
INSERT INTO "configuration_component" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7004-a273-711633a4b373',1,'019ce161-aa3b-7003-a273-c16481b62c61');
CREATE TABLE facility (
  facility_id varchar(36) not null,
  name text not null,
  zone varchar(64) not null,
  kind varchar(16) not null,
  constraint facility_pk primary key (facility_id),
  constraint facility_kind check (kind in ('home', 'visited'))
);
INSERT INTO "facility" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','Institute for Light','Europe/Berlin','home');
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO "flyway_schema_history" VALUES(1,'1','the record','SQL','V1__the_record.sql',-310300694,'','2026-11-22 11:53:04.755',16,1);
INSERT INTO "flyway_schema_history" VALUES(2,'2','meters','SQL','V2__meters.sql',-405688716,'','2026-11-22 11:53:04.761',0,1);
INSERT INTO "flyway_schema_history" VALUES(3,'3','columns','SQL','V3__columns.sql',-551211942,'','2026-11-22 11:53:04.777',0,1);
INSERT INTO "flyway_schema_history" VALUES(4,NULL,'append only','SQL','R__append_only.sql',1932208013,'','2026-11-22 11:53:04.792',1,1);
CREATE TABLE instrument (
  facility_id varchar(36) not null,
  instrument_id varchar(36) not null,
  slug varchar(64) not null,
  name text not null,
  manufacturer text not null,
  model text not null,
  serial text not null,
  location text not null,
  constraint instrument_pk primary key (facility_id, instrument_id),
  constraint instrument_slug unique (facility_id, slug),
  constraint instrument_in_facility foreign key (facility_id) references facility (facility_id)
);
INSERT INTO "instrument" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','lsm-1','LSM 1','Maker','Model','0815','Room 1');
CREATE TABLE item (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  item_id varchar(64) not null,
  channel int not null,
  status varchar(16) not null,
  body text not null,
  constraint item_pk primary key (facility_id, check_id, position),
  constraint item_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);
INSERT INTO "item" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',0,'c1-b001',1,'measured','{"id":"c1-b001","kind":"bead","channel":1,"input":"beads.tif","status":"measured","reasons":[{"code":"WIDE","value":1.3,"limit":1.2,"unit":"1"}],"values":{"psf.position.x":{"value":3.25,"unit":"um","u":5.0E-4},"psf.sbr":{"value":12.5,"unit":"1"}}}');
INSERT INTO "item" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',1,'c1-b002',1,'rejected','{"id":"c1-b002","kind":"bead","channel":1,"input":"beads.tif","status":"rejected","reasons":[{"code":"SATURATED"},{"code":"NEIGHBOUR","value":0.4,"limit":0.7,"unit":"um"}],"values":{}}');
CREATE TABLE measurement (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  instrument_id varchar(36) not null,
  configuration_id varchar(36) not null,
  measured_at bigint not null,
  metric varchar(100) not null,
  channel int not null,
  qualifiers varchar(1000) not null,
  statistic varchar(16) not null,
  quantity double precision,
  unit varchar(32),
  u double precision,
  budget text,
  n int,
  formula varchar(100),
  not_evaluated text,
  constraint measurement_pk primary key (facility_id, check_id, position),
  constraint measurement_key unique (facility_id, check_id, metric, channel, qualifiers, statistic),
  constraint measurement_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint measurement_or_reason check ((quantity is null) <> (not_evaluated is null))
);
INSERT INTO "measurement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',0,'019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373',1773307800123,'psf.fwhm.x',1,'{}','median',3.33333333333333314829e-01,'um',0.005,'[{"name":"fit","u":0.003},{"name":"between beads","u":0.004}]',12,NULL,NULL);
INSERT INTO "measurement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',1,'019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373',1773307800123,'psf.fwhm.x',1,'{}','sd',0.0123,'um',0.001,'[]',12,NULL,NULL);
INSERT INTO "measurement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',2,'019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373',1773307800123,'psf.theory.xy',1,'{}','value',0.1893,'um',NULL,NULL,1,'widefield-nonparaxial',NULL);
INSERT INTO "measurement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',4,'019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373',1773307800123,'psf.beads',0,'{}','n',2.0,'1',NULL,NULL,2,NULL,NULL);
INSERT INTO "measurement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',3,'019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373',1773307800123,'psf.snr',2,'{"axis":"x","location":"centre"}','median',NULL,NULL,NULL,NULL,NULL,NULL,'The file does not say the emission wavelength; give --set emission.');
CREATE TABLE meter (
  facility_id varchar(36) not null,
  meter_id varchar(36) not null,
  slug varchar(64) not null,
  model text not null,
  serial text not null,
  sensor text not null,
  constraint meter_pk primary key (facility_id, meter_id),
  constraint meter_slug unique (facility_id, slug),
  constraint meter_in_facility foreign key (facility_id) references facility (facility_id)
);
INSERT INTO "meter" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7005-8164-4603df34bd22','pm-1','Console','P0012345','Slide sensor');
CREATE TABLE meter_certificate (
  facility_id varchar(36) not null,
  certificate_id varchar(36) not null,
  meter_id varchar(36) not null,
  entered_at bigint not null,
  calibration text not null,
  constraint meter_certificate_pk primary key (facility_id, certificate_id),
  constraint meter_certificate_of foreign key (facility_id, meter_id) references meter (facility_id, meter_id)
);
INSERT INTO "meter_certificate" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7006-80eb-070d00b62956','019ce161-aa3b-7005-8164-4603df34bd22',1773307800123,'{"meter":"Console","serial":"P0012345","sensor":"Slide sensor","certificate":{"number":"C-1","laboratory":"Lab","date":"2026-01-15","due":"2027-01-15"},"coverage-factor":2.0,"points":[{"wavelength":488.0,"correction":1.01,"expanded-uncertainty":3.0}]}');
CREATE TABLE person (
  facility_id varchar(36) not null,
  person_id varchar(36) not null,
  name text,
  constraint person_pk primary key (facility_id, person_id),
  constraint person_in_facility foreign key (facility_id) references facility (facility_id)
);
INSERT INTO "person" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d','Ada Müller');
CREATE TABLE qc_check (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  configuration_id varchar(36) not null,
  instrument_id varchar(36) not null,
  protocol_id varchar(64) not null,
  protocol_version varchar(32) not null,
  module_id varchar(64) not null,
  module_version varchar(32) not null,
  software_name varchar(64) not null,
  software_version varchar(64) not null,
  software_commit varchar(64) not null,
  reason varchar(32) not null,
  measured_at bigint not null,
  entered_at bigint not null,
  received_at bigint,
  zone varchar(64) not null,
  person_id varchar(36),
  note text not null,
  limit_version varchar(200) not null,
  overall varchar(16) not null,
  constraint qc_check_pk primary key (facility_id, check_id),
  constraint qc_check_configuration foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id),
  constraint qc_check_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint qc_check_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint qc_check_overall check (overall in ('pass', 'warning', 'fail', 'not-evaluated'))
);
INSERT INTO "qc_check" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89','019ce161-aa3b-7004-a273-711633a4b373','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','psf-beads','1.0','psf','1.2','fiducial','0.1.0','0123456','after-service',1773307800123,1773307800123,1773307800124,'Europe/Berlin','019ce161-aa3b-7009-accf-d5786aae8a0d','after the laser was exchanged','psf-beads@1.0 defaults','warning');
CREATE TABLE remark (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  code varchar(64) not null,
  severity varchar(16) not null,
  sentence text not null,
  constraint remark_pk primary key (facility_id, check_id, position),
  constraint remark_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);
INSERT INTO "remark" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',0,'Z_STORED_AS_T','note','The file calls its 31 planes times.');
INSERT INTO "remark" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',1,'UNDERSAMPLED','caution','Pixels of 0.13 µm are too large.');
CREATE TABLE verdict (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  metric varchar(100) not null,
  channel int not null,
  qualifiers varchar(1000) not null,
  statistic varchar(16) not null,
  outcome varchar(16) not null,
  because text not null,
  limit_metric varchar(100) not null,
  limit_statistic varchar(16) not null,
  limit_formulas text not null,
  limit_reason text not null,
  warning_low double precision,
  warning_high double precision,
  fail_low double precision,
  fail_high double precision,
  constraint verdict_pk primary key (facility_id, check_id, position),
  constraint verdict_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint verdict_outcome check (outcome in ('pass', 'warning', 'fail', 'not-evaluated'))
);
INSERT INTO "verdict" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',0,'psf.fwhm.x',1,'{}','median','warning','0.333 µm is above the warning limit of 0.3 µm.','psf.fwhm.x','median','[]','Chosen for this test.',NULL,0.3,0.05,0.4);
INSERT INTO "verdict" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89',1,'psf.snr',2,'{"axis":"x","location":"centre"}','median','not-evaluated','The file does not say the emission wavelength; give --set emission.','psf.snr','median','[]','Chosen for this test.',NULL,0.3,0.05,0.4);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX instrument_by_id on instrument (instrument_id);
CREATE INDEX instrument_by_slug on instrument (slug);
CREATE INDEX configuration_by_id on configuration (configuration_id);
CREATE INDEX qc_check_by_id on qc_check (check_id);
CREATE INDEX qc_check_by_time on qc_check (facility_id, instrument_id, measured_at);
CREATE INDEX check_input_by_content on check_input (sha256);
CREATE INDEX measurement_series on measurement (facility_id, instrument_id, metric, statistic, measured_at);
CREATE INDEX meter_certificate_by_meter on meter_certificate (meter_id);
CREATE TRIGGER facility_is_not_changed before update on facility
begin
  select raise(abort, 'the record is append-only: facility');
end;
CREATE TRIGGER facility_is_not_removed before delete on facility
begin
  select raise(abort, 'the record is append-only: facility');
end;
CREATE TRIGGER instrument_is_not_changed before update on instrument
begin
  select raise(abort, 'the record is append-only: instrument');
end;
CREATE TRIGGER instrument_is_not_removed before delete on instrument
begin
  select raise(abort, 'the record is append-only: instrument');
end;
CREATE TRIGGER component_is_not_changed before update on component
begin
  select raise(abort, 'the record is append-only: component');
end;
CREATE TRIGGER component_is_not_removed before delete on component
begin
  select raise(abort, 'the record is append-only: component');
end;
CREATE TRIGGER configuration_is_not_changed before update on configuration
begin
  select raise(abort, 'the record is append-only: configuration');
end;
CREATE TRIGGER configuration_is_not_removed before delete on configuration
begin
  select raise(abort, 'the record is append-only: configuration');
end;
CREATE TRIGGER configuration_component_is_not_changed before update on configuration_component
begin
  select raise(abort, 'the record is append-only: configuration_component');
end;
CREATE TRIGGER configuration_component_is_not_removed before delete on configuration_component
begin
  select raise(abort, 'the record is append-only: configuration_component');
end;
CREATE TRIGGER qc_check_is_not_changed before update on qc_check
begin
  select raise(abort, 'the record is append-only: qc_check');
end;
CREATE TRIGGER qc_check_is_not_removed before delete on qc_check
begin
  select raise(abort, 'the record is append-only: qc_check');
end;
CREATE TRIGGER check_input_is_not_changed before update on check_input
begin
  select raise(abort, 'the record is append-only: check_input');
end;
CREATE TRIGGER check_input_is_not_removed before delete on check_input
begin
  select raise(abort, 'the record is append-only: check_input');
end;
CREATE TRIGGER check_parameter_is_not_changed before update on check_parameter
begin
  select raise(abort, 'the record is append-only: check_parameter');
end;
CREATE TRIGGER check_parameter_is_not_removed before delete on check_parameter
begin
  select raise(abort, 'the record is append-only: check_parameter');
end;
CREATE TRIGGER measurement_is_not_changed before update on measurement
begin
  select raise(abort, 'the record is append-only: measurement');
end;
CREATE TRIGGER measurement_is_not_removed before delete on measurement
begin
  select raise(abort, 'the record is append-only: measurement');
end;
CREATE TRIGGER item_is_not_changed before update on item
begin
  select raise(abort, 'the record is append-only: item');
end;
CREATE TRIGGER item_is_not_removed before delete on item
begin
  select raise(abort, 'the record is append-only: item');
end;
CREATE TRIGGER verdict_is_not_changed before update on verdict
begin
  select raise(abort, 'the record is append-only: verdict');
end;
CREATE TRIGGER verdict_is_not_removed before delete on verdict
begin
  select raise(abort, 'the record is append-only: verdict');
end;
CREATE TRIGGER remark_is_not_changed before update on remark
begin
  select raise(abort, 'the record is append-only: remark');
end;
CREATE TRIGGER remark_is_not_removed before delete on remark
begin
  select raise(abort, 'the record is append-only: remark');
end;
CREATE TRIGGER check_figures_is_not_changed before update on check_figures
begin
  select raise(abort, 'the record is append-only: check_figures');
end;
CREATE TRIGGER check_figures_is_not_removed before delete on check_figures
begin
  select raise(abort, 'the record is append-only: check_figures');
end;
CREATE TRIGGER audit_is_not_changed before update on audit
begin
  select raise(abort, 'the record is append-only: audit');
end;
CREATE TRIGGER audit_is_not_removed before delete on audit
begin
  select raise(abort, 'the record is append-only: audit');
end;
CREATE TRIGGER person_is_not_changed before update of facility_id, person_id on person
begin
  select raise(abort, 'the record is append-only: person');
end;
CREATE TRIGGER person_is_not_removed before delete on person
begin
  select raise(abort, 'the record is append-only: person');
end;
CREATE TRIGGER meter_is_not_changed before update on meter
begin
  select raise(abort, 'the record is append-only: meter');
end;
CREATE TRIGGER meter_is_not_removed before delete on meter
begin
  select raise(abort, 'the record is append-only: meter');
end;
CREATE TRIGGER meter_certificate_is_not_changed before update on meter_certificate
begin
  select raise(abort, 'the record is append-only: meter_certificate');
end;
CREATE TRIGGER meter_certificate_is_not_removed before delete on meter_certificate
begin
  select raise(abort, 'the record is append-only: meter_certificate');
end;
CREATE TRIGGER column_mapping_is_not_changed before update on column_mapping
begin
  select raise(abort, 'the record is append-only: column_mapping');
end;
CREATE TRIGGER column_mapping_is_not_removed before delete on column_mapping
begin
  select raise(abort, 'the record is append-only: column_mapping');
end;
COMMIT;
