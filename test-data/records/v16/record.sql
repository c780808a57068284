BEGIN TRANSACTION;
CREATE TABLE account (
  facility_id varchar(36) not null,
  account_id varchar(36) not null,
  login varchar(64),
  constraint account_pk primary key (facility_id, account_id),
  constraint account_login unique (facility_id, login),
  constraint account_in_facility foreign key (facility_id) references facility (facility_id)
);
INSERT INTO "account" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7011-bdc3-72c4d3cd1308','ada');
CREATE TABLE account_version (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  account_id varchar(36) not null,
  version int not null,
  login_hash varchar(64) not null,
  person_id varchar(36) not null,
  roles varchar(200) not null,
  password_hash varchar(200) not null,
  standing varchar(16) not null,
  author_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint account_version_pk primary key (facility_id, version_id),
  constraint account_version_number unique (facility_id, account_id, version),
  constraint account_version_of foreign key (facility_id, account_id) references account (facility_id, account_id),
  constraint account_version_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint account_version_author foreign key (facility_id, author_id) references person (facility_id, person_id),
  constraint account_version_standing check (standing in ('active', 'closed'))
);
INSERT INTO "account_version" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7012-b545-ed0cb253d963','019ce161-aa3b-7011-bdc3-72c4d3cd1308',1,'7723d06c80225e49d5ca5460dc26806c5a66b73f37c9ff428cd1b4f9a57d564a','019ce161-aa3b-7008-a2ad-c3eee7ce8a61','manager administrator','$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA','active','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'first account');
CREATE TABLE api_token (
  facility_id varchar(36) not null,
  token_id varchar(36) not null,
  account_id varchar(36) not null,
  name text not null,
  role varchar(32) not null,
  token_hash varchar(64) not null,
  person_id varchar(36),
  entered_at bigint not null,
  constraint api_token_pk primary key (facility_id, token_id),
  constraint api_token_hash unique (token_hash),
  constraint api_token_of foreign key (facility_id, account_id) references account (facility_id, account_id),
  constraint api_token_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
INSERT INTO "api_token" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7013-bb75-a18607b66b32','019ce161-aa3b-7011-bdc3-72c4d3cd1308','calendar','user','80875791d7d322aafa3cb2b5d1e3bfaa9908f63ba68fac049123c4036294dcc7','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123);
INSERT INTO "api_token" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7014-bc24-48747ac6e711','019ce161-aa3b-7011-bdc3-72c4d3cd1308','calendar','user','889d3bb0aea0b927333b5b1885804fd1ee5d8ddf5eacd45e29f4c8e749afdbdb','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123);
CREATE TABLE api_token_end (
  facility_id varchar(36) not null,
  end_id varchar(36) not null,
  token_id varchar(36) not null,
  person_id varchar(36),
  entered_at bigint not null,
  constraint api_token_end_pk primary key (facility_id, end_id),
  constraint api_token_end_of foreign key (facility_id, token_id) references api_token (facility_id, token_id),
  constraint api_token_end_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
CREATE TABLE artefact (
  facility_id varchar(36) not null,
  artefact_id varchar(36) not null,
  slug varchar(64) not null,
  kind varchar(32) not null,
  maker text not null,
  product text not null,
  lot text not null,
  diameter_nm double precision,
  diameter_u_nm double precision,
  made_on varchar(10),
  opened_on varchar(10),
  expires_on varchar(10),
  notes text not null,
  succeeds varchar(64),
  constraint artefact_pk primary key (facility_id, artefact_id),
  constraint artefact_slug unique (facility_id, slug),
  constraint artefact_in_facility foreign key (facility_id) references facility (facility_id)
);
INSERT INTO "artefact" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7018-8ae9-ea1452878bc6','ps-1','bead-slide-solid','Maker','PS-Speck','2231',175.0,5.0,NULL,'2026-01-15','2027-01-15','In the drawer.',NULL);
CREATE TABLE attachment (
  facility_id varchar(36) not null,
  attachment_id varchar(36) not null,
  instrument_id varchar(36) not null,
  kind varchar(16) not null,
  name text not null,
  media_type varchar(100) not null,
  sha256 varchar(64) not null,
  bytes bigint not null,
  caption text not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint attachment_pk primary key (facility_id, attachment_id),
  constraint attachment_of foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint attachment_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint attachment_kind check (kind in ('photo', 'document'))
);
INSERT INTO "attachment" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-701f-b66b-196bdbebd050','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','document','manual.txt','text/plain','147ec1be9913057546b6017fea084526b065c01492e8b15ada93b8ec7e712a72',24,'as handed over','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1775899800123,'Europe/Berlin');
INSERT INTO "attachment" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7021-ae4b-ef7c31f14f0b','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','document','old.txt','text/plain','e0393857e3db078be07419cc411cd55c001154972f2a6fe049e8328b575c23a8',10,'as handed over','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1775899800123,'Europe/Berlin');
CREATE TABLE attachment_end (
  facility_id varchar(36) not null,
  end_id varchar(36) not null,
  attachment_id varchar(36) not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  reason text not null,
  constraint attachment_end_pk primary key (facility_id, end_id),
  constraint attachment_end_once unique (facility_id, attachment_id),
  constraint attachment_end_of foreign key (facility_id, attachment_id)
    references attachment (facility_id, attachment_id),
  constraint attachment_end_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
INSERT INTO "attachment_end" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7023-9bdf-cbd4dd874f41','019ce161-aa3b-701f-b66b-196bdbebd050','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1775899800123,'Europe/Berlin','outdated');
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
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',6,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','confirm-columns','019ce161-aa3b-7007-84f9-79c457690d89','609124d5b384153c1251cabc36dd61d2cc30f525b76ce5272acb7d666d9a551b','b065651ebefa9e04e004433cb51a3ce9ad548397dd228dab942201b2eeba33f2','9dcd525440c51a59ac50d7cb09458db9053f98660c89fe05f5acc32f4bca589e');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',7,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','add-check','019ce161-aa3b-7009-accf-d5786aae8a0d','d9940791125fca8397932e169c3773cf121151dd8c1bd77df30ea21d961832e3','9dcd525440c51a59ac50d7cb09458db9053f98660c89fe05f5acc32f4bca589e','071f194779530bba6412dbbadb801b49f851d215170d7c9b1dcc304cd951435e');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',8,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','add-plan','019ce161-aa3b-700c-bc89-8dc727e6b804','ca3989eaf28ef5c149e5a52335c37f3ed319de52a6e1aa03fc5ad4e9501d86fe','071f194779530bba6412dbbadb801b49f851d215170d7c9b1dcc304cd951435e','da24b70ba2b71667dc73a4d3f888ba863cea7b307d937e7c77bc2edf74cc9e74');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',9,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','add-event','019ce161-aa3b-700e-849e-a2e563080574','a0f7efd82d757930e1e9336886f9b8c14f3456cf7dce746856b5157fba4779c0','da24b70ba2b71667dc73a4d3f888ba863cea7b307d937e7c77bc2edf74cc9e74','11b6388d4e8bd936f2a8779ecb9ed25399e4e42cadc6146d4e20a8e0f4ea110d');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',10,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','follow-up','019ce161-aa3b-700f-a66a-bc85a8fd200d','2537337f2f55f2b13f1b6ea6277cb5d6d73bacd65b68a7be8004b04118d05ffd','11b6388d4e8bd936f2a8779ecb9ed25399e4e42cadc6146d4e20a8e0f4ea110d','e1493cad137a3d7f2f847f42f9af3edcd4fdf376862bb4bd9dd7119f3126093b');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',11,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','return-to-service','019ce161-aa3b-7010-ba5c-bbfe990b3a17','1342d6f5c1da66ac0727131e46de3fc07f9e41e7801e07c2654b87193441a779','e1493cad137a3d7f2f847f42f9af3edcd4fdf376862bb4bd9dd7119f3126093b','9ef15352eac1596404895b94482082732dbb5c3be644dbf762bab34b716cb3a1');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',12,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','add-account','019ce161-aa3b-7012-b545-ed0cb253d963','d4c0b38e30e499cb9116d62dfa8c7058c644b00f7675a84b10791470900c7899','9ef15352eac1596404895b94482082732dbb5c3be644dbf762bab34b716cb3a1','aaaf49ed769f1fef1e3f65c5183a81c4f533983e413a3009c1dbe308cdb3845b');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',13,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','add-token','019ce161-aa3b-7013-bb75-a18607b66b32','c41df56854fb9bb1c3db8ac968d3bf38c7f6ea3029084ff540408939241ff1e5','aaaf49ed769f1fef1e3f65c5183a81c4f533983e413a3009c1dbe308cdb3845b','40b036726b369a36f09899503590c990a1db2e81b26bcca0169a8034270efc86');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',14,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','add-token','019ce161-aa3b-7014-bc24-48747ac6e711','341b527f50c46ef82185f22374aa5465f8aef9fa20a153f8956bc201c06f9252','40b036726b369a36f09899503590c990a1db2e81b26bcca0169a8034270efc86','3a20f651a47b50c7727fcfc1da33ecb528e18e4882863cd6770369b395d11737');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',15,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','add-baseline','019ce161-aa3b-7015-8843-ad12d95b7277','859562149e224685b82692c9ea125726071aa3ccc6d27613bf7c76ae8282c913','3a20f651a47b50c7727fcfc1da33ecb528e18e4882863cd6770369b395d11737','c7d621e0b1cc73f1d5fc4930d07c6db763f4667a943e48e72d2528f8f373f9cc');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',16,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','set-limits','019ce161-aa3b-7016-9ea2-3e7a6bb7aa2d','621f342762e54f5b4a979895ffa408843e3b952dbbadbfd797c4fb0a46b98ec0','c7d621e0b1cc73f1d5fc4930d07c6db763f4667a943e48e72d2528f8f373f9cc','5b4619f5647af229067e1e857bb9bac1b55919090609e9c23473653ed768eff6');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',17,1773307800123,'019ce161-aa3b-700d-96f2-c7cae908e180','review-check','019ce161-aa3b-7017-9804-6ce6440ea136','ad3910397a14841876538f6533dc3fa063f622c33af349eef20a55d8b7a6cb56','5b4619f5647af229067e1e857bb9bac1b55919090609e9c23473653ed768eff6','2d8575a0b480a8365c1efa48b35cd1c491a80a3248b36fd61adf1ce3ba561c1a');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',18,1773307800123,NULL,'add-artefact','019ce161-aa3b-7018-8ae9-ea1452878bc6','80065d7a0ba7e23c3037b2a269b4cfc18f124b97b395116ea27bec716a121240','2d8575a0b480a8365c1efa48b35cd1c491a80a3248b36fd61adf1ce3ba561c1a','c8a506577be4e4f933832642a5b7c8445832098bcc78c288c8cb516c9f1f6bf6');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',19,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','add-recall','019ce161-aa3b-7019-af4e-b3ff325f0ecb','13396f808bd206977374158edb36e14aeba1da6078f21e5b0b1016af0e35ef7b','c8a506577be4e4f933832642a5b7c8445832098bcc78c288c8cb516c9f1f6bf6','e5bc1bff3d2bed763699f3f401af08c81604e38469c7eeb57f815e6076ae2d09');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',20,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','add-protocol','019ce161-aa3b-701a-abbd-205d8a9a8870','20cf754c5595f976219ea9f08a45b9810fc530fa0dbada566515e57789d3a1f5','e5bc1bff3d2bed763699f3f401af08c81604e38469c7eeb57f815e6076ae2d09','7d1606d0a6369ceb6d783e87019471e46395fb4b33cd2a0df1e80dd203fbf493');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',21,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','change-registry','019ce161-aa3b-701b-876b-60fdb798dc5e','beef45c3ab9e6f1553a9a1ae0b93bbec095a1d44106ca3b7fac4abe30951faf1','7d1606d0a6369ceb6d783e87019471e46395fb4b33cd2a0df1e80dd203fbf493','d0c452adb651d6159bedaf273dfb21934540abdd36a1c7e4d956a55a02ae3fdd');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',22,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','add-event','019ce161-aa3b-701d-8407-bba4ed1bcf2e','ca12f02645d46bfffd918862af81bc5289d40d767fdb8c771eed27098c65cf44','d0c452adb651d6159bedaf273dfb21934540abdd36a1c7e4d956a55a02ae3fdd','483345f98c4e3b7fc4f45906f13b5ee49e2c2cfb62817caa76e72fffa391499b');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',23,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','move-component','019ce161-aa3b-701c-a821-b1a79b5c8796','3e888181995f4d8221e3d59f034b70117d7325a21961e1bfd9a6303e07c20899','483345f98c4e3b7fc4f45906f13b5ee49e2c2cfb62817caa76e72fffa391499b','b73c05e76f8e180697d3f05c82791101ea7210c10583c9e0cd94aaea40bdbdc9');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',24,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','install-software','019ce161-aa3b-701e-8927-45a4dde2f5bf','ab9d2e49406ab66a724db918d8f7150930fd86b04af77bb75da6824259df743c','b73c05e76f8e180697d3f05c82791101ea7210c10583c9e0cd94aaea40bdbdc9','88141bb9e732a64f3b990ee39545706c9e1dbcb8692ec19124363908dd0e2d44');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',25,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','attach-file','019ce161-aa3b-701f-b66b-196bdbebd050','9fb9d190fc6fb8288b6cd0fa46702dee1c746cb17fbf8dead06578db7abb7e18','88141bb9e732a64f3b990ee39545706c9e1dbcb8692ec19124363908dd0e2d44','3909045a15465eb921dcbcf3f35045f379fa465b7649eee93972fbaa0d707843');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',26,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','attach-file','019ce161-aa3b-7021-ae4b-ef7c31f14f0b','917b35372c84f93e0256fa17a7d7c3f70a199bb505b11ba9d8f2ede6d2b265db','3909045a15465eb921dcbcf3f35045f379fa465b7649eee93972fbaa0d707843','1bb29aa248004494c512a460515ac610b0ef0f5917b7a3e4324f2bf46879beba');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',27,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','detach-file','019ce161-aa3b-7023-9bdf-cbd4dd874f41','0120cd546782370736bb538544fbf90811105f264409259b2aa91fbcba9e6fa8','1bb29aa248004494c512a460515ac610b0ef0f5917b7a3e4324f2bf46879beba','ec0a03dfa7f397eb04bafd4c4e332f48727c351f6dab1f8d3e62e6cd59b6d424');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',28,1773307800123,NULL,'claim-reminder','019ce161-aa3b-7024-920b-531c7379a5a1','0eca4b0cd47c7d7480d7321fa36ec3591acf1c9d2c1a09ce42568a8cae0d6394','ec0a03dfa7f397eb04bafd4c4e332f48727c351f6dab1f8d3e62e6cd59b6d424','0f7a38258b3e72e5b7c67eb95b5c2386f69427221c2fb581941872eee8039388');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',29,1773307800123,NULL,'note-reminder','019ce161-aa3b-7025-92bf-807a473dd2b8','1c4ff8159a4a99de2bc937286c9b4db84e95c97109516847861c7ff5a2ab4d45','0f7a38258b3e72e5b7c67eb95b5c2386f69427221c2fb581941872eee8039388','943a35cdd5d2cbaa48aefb0c93936554e290f0c7ea045d2660d7f8b666749592');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',30,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','wish-reminders','019ce161-aa3b-7005-8164-4603df34bd22','154799b93c6c853bba6061421ddf09868e3024c367a353b74b69020056b86efd','943a35cdd5d2cbaa48aefb0c93936554e290f0c7ea045d2660d7f8b666749592','fc023bb92d95ca344662f67ace0237adb3512c90b0f02707618c1c7657dcb1c2');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',31,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','set-publicity','019ce161-aa3b-7005-8164-4603df34bd22','700ef73f0bd686ce20d01d5e7a982f7a9abba35d5ccadf2d0a36ca207195bdb7','fc023bb92d95ca344662f67ace0237adb3512c90b0f02707618c1c7657dcb1c2','95890d355884c6aee51907272a44acbccea64f5815082309d9b33b3a57d7a29e');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',32,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','issue-statement','019ce161-aa3b-71fb-b82a-69120baaac0e','73409e931640f0c67b06c04374ecd4986de75c03d0009cf594140336e427d2ae','95890d355884c6aee51907272a44acbccea64f5815082309d9b33b3a57d7a29e','c4e3865db7df1099cef53bb2b4cf31e368beef31858d10a26886749dae9e0821');
INSERT INTO "audit" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed',33,1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61','issue-statement','019ce161-aa3c-738f-a2c4-1facad7af328','9613c365f0967357f8da2446aa6eb20ba96dc1b666b04d1e4680fdd4120a0304','c4e3865db7df1099cef53bb2b4cf31e368beef31858d10a26886749dae9e0821','34c9647a6fddef552838bea408122d6e7f9eea9c7f34cbdb45929d6a834f07c8');
CREATE TABLE baseline (
  facility_id varchar(36) not null,
  baseline_id varchar(36) not null,
  configuration_id varchar(36) not null,
  protocol_id varchar(64) not null,
  version int not null,
  estimator varchar(16) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint baseline_pk primary key (facility_id, baseline_id),
  constraint baseline_version unique (facility_id, configuration_id, protocol_id, version),
  constraint baseline_configuration foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id),
  constraint baseline_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint baseline_estimator check (estimator in ('median', 'mean'))
);
INSERT INTO "baseline" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7015-8843-ad12d95b7277','019ce161-aa3b-7004-a273-711633a4b373','psf-beads',1,'median','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'as agreed with the users');
CREATE TABLE baseline_check (
  facility_id varchar(36) not null,
  baseline_id varchar(36) not null,
  position int not null,
  check_id varchar(36) not null,
  constraint baseline_check_pk primary key (facility_id, baseline_id, position),
  constraint baseline_check_of foreign key (facility_id, baseline_id) references baseline (facility_id, baseline_id),
  constraint baseline_check_check foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);
INSERT INTO "baseline_check" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7015-8843-ad12d95b7277',0,'019ce161-aa3b-7009-accf-d5786aae8a0d');
CREATE TABLE baseline_value (
  facility_id varchar(36) not null,
  baseline_id varchar(36) not null,
  position int not null,
  metric varchar(100) not null,
  channel int not null,
  qualifiers varchar(1000) not null,
  statistic varchar(16) not null,
  quantity double precision not null,
  unit varchar(32) not null,
  scatter double precision,
  n int not null,
  constraint baseline_value_pk primary key (facility_id, baseline_id, position),
  constraint baseline_value_key unique (facility_id, baseline_id, metric, channel, qualifiers, statistic),
  constraint baseline_value_of foreign key (facility_id, baseline_id) references baseline (facility_id, baseline_id)
);
INSERT INTO "baseline_value" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7015-8843-ad12d95b7277',0,'psf.fwhm.x',1,'{}','median',3.33333333333333314829e-01,'um',NULL,1);
INSERT INTO "baseline_value" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7015-8843-ad12d95b7277',1,'psf.fwhm.x',1,'{}','sd',0.0123,'um',NULL,1);
INSERT INTO "baseline_value" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7015-8843-ad12d95b7277',2,'psf.theory.xy',1,'{}','value',0.1893,'um',NULL,1);
INSERT INTO "baseline_value" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7015-8843-ad12d95b7277',3,'psf.beads',0,'{}','n',2.0,'1',NULL,1);
CREATE TABLE check_figures (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  document bytea not null,
  constraint check_figures_pk primary key (facility_id, check_id),
  constraint check_figures_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);
INSERT INTO "check_figures" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',X'1F8B08000000000000FFED56DB6EDB4610FD15625F4BCA2465D735813CD07662A3809CB489D12686118CC925B9F15ED4E5D2946AF8B3F203FDB2CE2E299394D4A001D23E454FD4EC5CCF9E99D947526715154012D26899142C6F32063CE9A4F8BF6C34AD9388F8A4FF26C9CD2361391ADC51C8037B6298E11405A728F09C80AE0CFE3F0703BE27544EB9EFA1293A073EC3F37B26AD0326A0A4C11224E528CC146F8444FFB1F5C8FB481CEEF03421BF7FE85454A3F180949AAE83FA8F06340DB452060F35D4866A923C9296E5A622C9DC27156565659CCB255B51FED11D7D6C0449C259F8E3D146DCE9F572542EB802338F3110FD79F5E9FDC56979B0F8294DEFCFD7697A757EF0CBCB8B1FDAC5E2A4B84E5FBFAB5F1DA42F5E90279F08D0F7544FF33EC6CC56248966186BEDBCE347CDFE44BC4E66217E56B0B4D8E50C844254B07625ADA0052D992CC9D3ED93FF1D060B8303C2316FA955810C095623F2BDE96403FB069E658D7E403AB90C8694AC71239955FDEBB3B089AFC7C74C1A2A6B66D6835A7A7E6DD57A77B63C09C2C62E9845BE366B97490E7545F32EDC4D388B7CACF6D679BF8966E1CBE00405F3AD1F56E793B261F916ED4D4595B62980B1A845273E79A0DAB00CF0D4E8863E03D56B8EC952012F3C012B26F0463B1747A1457B705100AF071F923646A3780CB5EDCE7A8CB36AA9F640E69EA1624935189C0AFB507FB69CA00E181B4ABC51CF3041076CAD628D29D9105C95A099A904CB2CDEBD230BCBFACB17B87B334B9BEDE86E3893B4BF19BC8BFE5662FCFA66F83BE8FE6D9EE3A063820B588E207FF5DBE5C25B790A237B18C62B18E5F900F96B49BDA542BE7AE0D9993C9AB04E33E8BC7D0DF9778F1F803774ACD225B5A3E7129962186D7A3F745162C7C0CE1D764684D8CAD2D61944F1EC68CCDFB8339CF7868753C37884575DB1C28C59FAD609BE081968ADDAFF153297E5A026C5665ADA51EED2B1257C1D82D1A1EBE81EC2396235695EA627BD6BFF7BAAF0B20AE4A6AFB7FB5680D1CC56635BC8E6E1C2C704B99A51DE3722E68A97B059DA98861BE1DADD0C4E76DB669DE961E8493B7CC2D931718939CB68B00C9F2D5D791BCB71379856059B9D3714F3AE55DE48BA5DC63F3C2EA2BD8F8BF793AD3A8DB7B350E361A146FB166AB4779D463BEB343D3B3B2D3F1CA7E9E565BA48DDEAB47CFD0F22E1E2868BB3D6B4599AD6D7E941BBBDA8C768E7AC4602DC358629B93384F621BD65B043FBDDCEA8412CF97450F78C74CF47E7A176CB33F6BB11710557E41BCF6857ACA69F6866DCB6DE14FA6B2F7283612FB54AE09CBA88DFDFA9D307DAEDD3DF0629265B510C0000');
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
INSERT INTO "check_input" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',0,'beads-0.3333333333333333.tif','file','1d5c9ea674b7314d2126e1902af9b51b762f59267d5b5fa6bd599bd193094991',28,'{"width":{"value":256.0,"unit":"1"},"pixel-size":{"value":0.065,"unit":"um"},"pixel-type":{"value":"uint16"}}');
CREATE TABLE check_move (
  facility_id varchar(36) not null,
  move_id varchar(36) not null,
  check_id varchar(36) not null,
  moved_check_id varchar(36) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint check_move_pk primary key (facility_id, move_id),
  constraint check_move_once unique (facility_id, check_id),
  constraint check_move_to unique (facility_id, moved_check_id),
  constraint check_move_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint check_move_became foreign key (facility_id, moved_check_id) references qc_check (facility_id, check_id),
  constraint check_move_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
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
INSERT INTO "check_parameter" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',0,'bead-diameter',0,100.0,'nm',NULL,'given');
INSERT INTO "check_parameter" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',1,'emission',2,600.0,'nm',NULL,'file');
INSERT INTO "check_parameter" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',3,'na',0,1.4,'1',NULL,'default');
INSERT INTO "check_parameter" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',2,'immersion',0,NULL,NULL,'oil','registry');
CREATE TABLE check_review (
  facility_id varchar(36) not null,
  review_id varchar(36) not null,
  check_id varchar(36) not null,
  instrument_id varchar(36) not null,
  decision varchar(16) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint check_review_pk primary key (facility_id, review_id),
  constraint check_review_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint check_review_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint check_review_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint check_review_decision check (decision in ('approved', 'rejected', 'void'))
);
INSERT INTO "check_review" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7017-9804-6ce6440ea136','019ce161-aa3b-7009-accf-d5786aae8a0d','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','approved','019ce161-aa3b-700d-96f2-c7cae908e180',1773307800123,'looked at the pictures');
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
INSERT INTO "column_mapping" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7007-84f9-79c457690d89','Zeit | Leistung','power=Leistung','019ce161-aa3b-7004-a273-711633a4b373','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123);
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
CREATE TABLE component_move (
  facility_id varchar(36) not null,
  move_id varchar(36) not null,
  component_id varchar(36) not null,
  standing varchar(16) not null,
  instrument_id varchar(36),
  happened_at bigint not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  reason text not null,
  constraint component_move_pk primary key (facility_id, move_id),
  constraint component_move_of foreign key (facility_id, component_id) references component (facility_id, component_id),
  constraint component_move_to foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint component_move_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint component_move_standing check (standing in ('mounted', 'stored', 'retired')),
  constraint component_move_place check ((standing = 'mounted') = (instrument_id is not null))
);
INSERT INTO "component_move" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-701c-a821-b1a79b5c8796','019ce161-aa3b-7002-8e53-118bcb632b1c','stored',NULL,1775899800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1775899800123,'Europe/Berlin','to be cleaned');
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
CREATE TABLE event (
  facility_id varchar(36) not null,
  event_id varchar(36) not null,
  instrument_id varchar(36) not null,
  kind varchar(32) not null,
  happened_at bigint not null,
  what text not null,
  effect varchar(16) not null,
  lost_minutes bigint not null,
  expense varchar(40),
  currency varchar(3),
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint event_pk primary key (facility_id, event_id),
  constraint event_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint event_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint event_effect check (effect in ('none', 'usable-with-care', 'do-not-use')),
  constraint event_loss check (lost_minutes >= 0),
  constraint event_expense check ((expense is null) = (currency is null))
);
INSERT INTO "event" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-700e-849e-a2e563080574','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','realignment',1773307800123,'Laser realigned.','none',0,NULL,NULL,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'Europe/Berlin');
INSERT INTO "event" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-701d-8407-bba4ed1bcf2e','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','exchange',1775899800123,'63x/1.4 oil was put away: to be cleaned','none',0,NULL,NULL,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1775899800123,'Europe/Berlin');
CREATE TABLE event_component (
  facility_id varchar(36) not null,
  event_id varchar(36) not null,
  position int not null,
  component_id varchar(36) not null,
  constraint event_component_pk primary key (facility_id, event_id, position),
  constraint event_component_of foreign key (facility_id, event_id) references event (facility_id, event_id),
  constraint event_component_part foreign key (facility_id, component_id)
    references component (facility_id, component_id)
);
INSERT INTO "event_component" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-700e-849e-a2e563080574',0,'019ce161-aa3b-7003-a273-c16481b62c61');
INSERT INTO "event_component" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-701d-8407-bba4ed1bcf2e',0,'019ce161-aa3b-7002-8e53-118bcb632b1c');
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
INSERT INTO "flyway_schema_history" VALUES(1,'1','the record','SQL','V1__the_record.sql',-310300694,'','2026-11-22 19:36:37.137',73,1);
INSERT INTO "flyway_schema_history" VALUES(2,'2','meters','SQL','V2__meters.sql',-405688716,'','2026-11-22 19:36:37.148',0,1);
INSERT INTO "flyway_schema_history" VALUES(3,'3','columns','SQL','V3__columns.sql',-551211942,'','2026-11-22 19:36:37.152',0,1);
INSERT INTO "flyway_schema_history" VALUES(4,'4','schedule','SQL','V4__schedule.sql',360160855,'','2026-11-22 19:36:37.170',1,1);
INSERT INTO "flyway_schema_history" VALUES(5,'5','events','SQL','V5__events.sql',-1340729042,'','2026-11-22 19:36:37.324',27,1);
INSERT INTO "flyway_schema_history" VALUES(6,'6','accounts','SQL','V6__accounts.sql',1651291031,'','2026-11-22 19:36:37.334',1,1);
INSERT INTO "flyway_schema_history" VALUES(7,'7','limits and reviews','SQL','V7__limits_and_reviews.sql',-558467280,'','2026-11-22 19:36:37.391',20,1);
INSERT INTO "flyway_schema_history" VALUES(8,'8','kit','SQL','V8__kit.sql',-1706906575,'','2026-11-22 19:36:37.428',27,1);
INSERT INTO "flyway_schema_history" VALUES(9,'9','return to service','SQL','V9__return_to_service.sql',-1053988874,'','2026-11-22 19:36:37.485',26,1);
INSERT INTO "flyway_schema_history" VALUES(10,'10','own protocols','SQL','V10__own_protocols.sql',801962824,'','2026-11-22 19:36:37.508',13,1);
INSERT INTO "flyway_schema_history" VALUES(11,'11','registry','SQL','V11__registry.sql',1204382516,'','2026-11-22 19:36:37.607',26,1);
INSERT INTO "flyway_schema_history" VALUES(12,'12','reminders','SQL','V12__reminders.sql',1195362662,'','2026-11-22 19:36:37.639',1,1);
INSERT INTO "flyway_schema_history" VALUES(13,NULL,'append only','SQL','R__append_only.sql',-1949858639,'','2026-11-22 19:36:37.833',103,1);
INSERT INTO "flyway_schema_history" VALUES(14,NULL,'order','SQL','R__order.sql',-869086177,'','2026-11-22 19:36:37.852',4,1);
INSERT INTO "flyway_schema_history" VALUES(15,'13','wishes','SQL','V13__wishes.sql',-1860653445,'','2026-11-22 21:31:08.293',15,1);
INSERT INTO "flyway_schema_history" VALUES(16,NULL,'append only','SQL','R__append_only.sql',1960389158,'','2026-11-22 21:31:08.386',29,1);
INSERT INTO "flyway_schema_history" VALUES(17,NULL,'indexes','SQL','R__indexes.sql',-1136449414,'','2026-11-22 21:31:08.395',0,1);
INSERT INTO "flyway_schema_history" VALUES(18,'14','publicity','SQL','V14__publicity.sql',280917471,'','2026-11-23 03:54:10.496',30,1);
INSERT INTO "flyway_schema_history" VALUES(19,NULL,'append only','SQL','R__append_only.sql',767243112,'','2026-11-23 03:54:10.590',34,1);
INSERT INTO "flyway_schema_history" VALUES(20,NULL,'indexes','SQL','R__indexes.sql',2047324343,'','2026-11-23 03:54:10.607',1,1);
INSERT INTO "flyway_schema_history" VALUES(21,'15','statements','SQL','V15__statements.sql',793852004,'','2026-11-23 04:12:48.373',17,1);
INSERT INTO "flyway_schema_history" VALUES(22,NULL,'append only','SQL','R__append_only.sql',-930850511,'','2026-11-23 04:12:48.544',23,1);
INSERT INTO "flyway_schema_history" VALUES(23,NULL,'indexes','SQL','R__indexes.sql',268742719,'','2026-11-23 04:12:48.550',0,1);
INSERT INTO "flyway_schema_history" VALUES(24,'16','statement languages','SQL','V16__statement_languages.sql',1344214134,'','2026-11-23 09:50:33.221',8,1);
INSERT INTO "flyway_schema_history" VALUES(25,NULL,'indexes','SQL','R__indexes.sql',422833690,'','2026-11-23 09:50:33.263',1,1);
CREATE TABLE follow_up (
  facility_id varchar(36) not null,
  follow_up_id varchar(36) not null,
  event_id varchar(36) not null,
  step varchar(16) not null,
  holds_at bigint not null,
  said text not null,
  lost_minutes bigint not null,
  expense varchar(40),
  currency varchar(3),
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint follow_up_pk primary key (facility_id, follow_up_id),
  constraint follow_up_of foreign key (facility_id, event_id) references event (facility_id, event_id),
  constraint follow_up_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint follow_up_step check (step in ('note', 'expected', 'resolved', 'reopened', 'withdrawn')),
  constraint follow_up_loss check (lost_minutes >= 0),
  constraint follow_up_expense check ((expense is null) = (currency is null))
);
INSERT INTO "follow_up" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-700f-a66a-bc85a8fd200d','019ce161-aa3b-700e-849e-a2e563080574','note',1773307800123,'Power is 5 % higher.',0,NULL,NULL,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'Europe/Berlin');
CREATE TABLE hour_reading (
  facility_id varchar(36) not null,
  reading_id varchar(36) not null,
  instrument_id varchar(36) not null,
  hours double precision not null,
  read_at bigint not null,
  person_id varchar(36),
  entered_at bigint not null,
  constraint hour_reading_pk primary key (facility_id, reading_id),
  constraint hour_reading_of foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint hour_reading_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
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
INSERT INTO "item" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',0,'c1-b001',1,'measured','{"id":"c1-b001","kind":"bead","channel":1,"input":"beads.tif","status":"measured","reasons":[{"code":"WIDE","value":1.3,"limit":1.2,"unit":"1"}],"values":{"psf.position.x":{"value":3.25,"unit":"um","u":5.0E-4},"psf.sbr":{"value":12.5,"unit":"1"}}}');
INSERT INTO "item" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',1,'c1-b002',1,'rejected','{"id":"c1-b002","kind":"bead","channel":1,"input":"beads.tif","status":"rejected","reasons":[{"code":"SATURATED"},{"code":"NEIGHBOUR","value":0.4,"limit":0.7,"unit":"um"}],"values":{}}');
CREATE TABLE kit_recall (
  facility_id varchar(36) not null,
  recall_id varchar(36) not null,
  slug varchar(64) not null,
  wrong_from bigint not null,
  wrong_to bigint,
  reason text not null,
  reads_percent double precision,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint kit_recall_pk primary key (facility_id, recall_id),
  constraint kit_recall_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
INSERT INTO "kit_recall" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7019-af4e-b3ff325f0ecb','ps-1',1770715800123,1773307800123,'dropped',NULL,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'Europe/Berlin');
CREATE TABLE kit_recall_end (
  facility_id varchar(36) not null,
  end_id varchar(36) not null,
  recall_id varchar(36) not null,
  reason text not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint kit_recall_end_pk primary key (facility_id, end_id),
  constraint kit_recall_end_once unique (facility_id, recall_id),
  constraint kit_recall_end_of foreign key (facility_id, recall_id) references kit_recall (facility_id, recall_id),
  constraint kit_recall_end_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
CREATE TABLE limit_rule (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  position int not null,
  metric varchar(100) not null,
  statistic varchar(16) not null,
  kind varchar(32) not null,
  decision varchar(16) not null,
  warning_low double precision,
  warning_high double precision,
  fail_low double precision,
  fail_high double precision,
  constraint limit_rule_pk primary key (facility_id, version_id, position),
  constraint limit_rule_metric unique (facility_id, version_id, metric, statistic),
  constraint limit_rule_of foreign key (facility_id, version_id) references limit_version (facility_id, version_id),
  constraint limit_rule_kind check (kind in ('absolute', 'percent-of-baseline', 'percent-of-theory')),
  constraint limit_rule_decision check (decision in ('simple', 'guarded'))
);
INSERT INTO "limit_rule" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7016-9ea2-3e7a6bb7aa2d',0,'psf.fwhm.x','median','percent-of-baseline','guarded',-10.0,10.0,-20.0,20.0);
CREATE TABLE limit_version (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  protocol_id varchar(64) not null,
  reach varchar(16) not null,
  scope_id varchar(36) not null,
  version int not null,
  in_force_from varchar(10) not null,
  baseline_id varchar(36),
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint limit_version_pk primary key (facility_id, version_id),
  constraint limit_version_number unique (facility_id, protocol_id, scope_id, version),
  constraint limit_version_baseline foreign key (facility_id, baseline_id)
    references baseline (facility_id, baseline_id),
  constraint limit_version_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint limit_version_reach check (reach in ('configuration', 'instrument', 'everywhere'))
);
INSERT INTO "limit_version" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7016-9ea2-3e7a6bb7aa2d','psf-beads','configuration','019ce161-aa3b-7004-a273-711633a4b373',1,'2026-03-12','019ce161-aa3b-7015-8843-ad12d95b7277','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'as agreed with the users');
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
INSERT INTO "measurement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',0,'019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373',1773307800123,'psf.fwhm.x',1,'{}','median',3.33333333333333314829e-01,'um',0.005,'[{"name":"fit","u":0.003},{"name":"between beads","u":0.004}]',12,NULL,NULL);
INSERT INTO "measurement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',1,'019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373',1773307800123,'psf.fwhm.x',1,'{}','sd',0.0123,'um',0.001,'[]',12,NULL,NULL);
INSERT INTO "measurement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',2,'019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373',1773307800123,'psf.theory.xy',1,'{}','value',0.1893,'um',NULL,NULL,1,'widefield-nonparaxial',NULL);
INSERT INTO "measurement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',4,'019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373',1773307800123,'psf.beads',0,'{}','n',2.0,'1',NULL,NULL,2,NULL,NULL);
INSERT INTO "measurement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',3,'019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373',1773307800123,'psf.snr',2,'{"axis":"x","location":"centre"}','median',NULL,NULL,NULL,NULL,NULL,NULL,'The file does not say the emission wavelength; give --set emission.');
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
CREATE TABLE own_protocol (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  protocol_id varchar(64) not null,
  version varchar(16) not null,
  definition text not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint own_protocol_pk primary key (facility_id, version_id),
  constraint own_protocol_version unique (facility_id, protocol_id, version),
  constraint own_protocol_in_facility foreign key (facility_id) references facility (facility_id),
  constraint own_protocol_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
INSERT INTO "own_protocol" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-701a-abbd-205d8a9a8870','nitrogen','1.0','id: nitrogen
title: Liquid nitrogen
summary: Reads the level of the dewar.
interval-days: 7
covers: [stand]
steps: [ { text: Read the dipstick., picture: stick.png } ]
fields:
  - { name: level, title: Level, kind: number, unit: cm, possible: { low: 0, high: 90 }, fail: { low: 15 }, reason: It boils off. }
','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'added');
CREATE TABLE own_protocol_picture (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  position int not null,
  name varchar(200) not null,
  content bytea not null,
  constraint own_protocol_picture_pk primary key (facility_id, version_id, position),
  constraint own_protocol_picture_of foreign key (facility_id, version_id) references own_protocol (facility_id, version_id)
);
INSERT INTO "own_protocol_picture" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-701a-abbd-205d8a9a8870',0,'stick.png',X'89504E470D0A1A0A010203');
CREATE TABLE person (
  facility_id varchar(36) not null,
  person_id varchar(36) not null,
  name text,
  constraint person_pk primary key (facility_id, person_id),
  constraint person_in_facility foreign key (facility_id) references facility (facility_id)
);
INSERT INTO "person" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7008-a2ad-c3eee7ce8a61','Ada Müller');
INSERT INTO "person" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-700d-96f2-c7cae908e180','Grace Hopper');
CREATE TABLE publicity (
  facility_id varchar(36) not null,
  publicity_id varchar(36) not null,
  instrument_id varchar(36),
  standing varchar(16) not null,
  fields varchar(400) not null,
  contact varchar(400) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint publicity_pk primary key (facility_id, publicity_id),
  constraint publicity_in_facility foreign key (facility_id) references facility (facility_id),
  constraint publicity_of_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint publicity_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint publicity_standing check (standing in ('published', 'hidden', 'as-facility')),
  constraint publicity_of_facility check (instrument_id is not null or standing <> 'as-facility')
);
INSERT INTO "publicity" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7005-8164-4603df34bd22',NULL,'published','make identifier components software values pictures events contact','Ada''s core, core@example.org','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'as agreed with the users');
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
INSERT INTO "qc_check" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d','019ce161-aa3b-7004-a273-711633a4b373','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','psf-beads','1.0','psf','1.2','fiducial','0.1.0','0123456','after-service',1773307800123,1773307800123,1773307800124,'Europe/Berlin','019ce161-aa3b-7008-a2ad-c3eee7ce8a61','after the laser was exchanged','psf-beads@1.0 defaults','warning');
CREATE TABLE qc_statement (
  facility_id varchar(36) not null,
  statement_id varchar(36) not null,
  statement_number varchar(32) not null,
  token varchar(32) not null,
  instrument_id varchar(36) not null,
  configuration_id varchar(36) not null,
  from_day varchar(10) not null,
  to_day varchar(10) not null,
  content_hash varchar(64) not null,
  record_bytes bytea not null,
  record_hash varchar(64) not null,
  paper_bytes bytea not null,
  paper_hash varchar(64) not null,
  person_id varchar(36),
  issued_at bigint not null, language varchar(16),
  constraint qc_statement_pk primary key (facility_id, statement_id),
  constraint qc_statement_number unique (statement_number),
  constraint qc_statement_token unique (token),
  constraint qc_statement_once unique (facility_id, instrument_id, configuration_id, content_hash),
  constraint qc_statement_path foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id),
  constraint qc_statement_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint qc_statement_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
INSERT INTO "qc_statement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-71fb-b82a-69120baaac0e','FID-2026-TDYM-X6WH','xptk593KIJpbkIQZeTr27C','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373','2026-03-12','2026-03-14','0155292f5809b93d84374275528f6cd6e2b15b645607c5b3e6c25d1a88b13a0a',X'7B22666F726D6174223A22666964756369616C2D71632D73746174656D656E742F31222C226973737565223A7B226174223A22323032362D30332D31325430393A33303A30302E3132335A222C226E756D626572223A224649442D323032362D5444594D2D58365748222C22736F667477617265223A22466964756369616C227D2C2273616964223A7B22636865636B73223A5B7B22646179223A22323032362D30332D3039222C226964223A22636865636B2D30222C226B6974223A5B224265616420736C6964652C206C6F742037225D2C226C6967687450617468223A223633C3972F312E34206F696C2C20353631206E6D222C226C696D697473223A226C696D697473203220666F722074686973206C6967687420706174682C20696E20666F7263652066726F6D20323032362D30312D3031222C226C696D697473496E466F726365223A226C696D697473203220666F722074686973206C6967687420706174682C20696E20666F7263652066726F6D20323032362D30312D3031222C226F766572616C6C223A2270617373222C2270726F746F636F6C223A7B226964223A227073662D6265616473222C22736F7572636573223A5B2246616B6C6172697320657420616C2E20323032322C20646F693A31302E313038332F6A63622E323032313037303933225D2C227469746C65223A22506F696E74207370726561642066756E6374696F6E222C2276657273696F6E223A22312E30227D2C22736F667477617265223A22466964756369616C20312E3020283031323361626329222C2276616C756573223A5B7B22636F766572616765466163746F72223A322C22657870616E646564556E6365727461696E7479223A302E3030352C226C696D6974223A226174206D6F737420302E3320C2B56D222C226D6574726963223A227073662E6677686D2E78222C226F66223A226368616E6E656C2031222C2272756C65223A2273696D706C65222C227469746C65223A224657484D2078222C22756E6974223A22756D222C2276616C7565223A302E323039312C2276657264696374223A2270617373227D5D7D5D2C22636C61696D73223A5B7B2265666665637473223A5B2244697374616E63653A207479706963616C6C79206E6F74206166666563746564225D2C22696E666572726564223A22436865636B656420696E203633C3972F312E34206F696C2C20353631206E6D2C20776869636820686173207468652073616D65206F626A6563746976652E222C226B6579223A227073662D6265616473222C226C6576656C223A2270617373222C2273656E74656E6365223A225265736F6C7574696F6E206F6620746865203633C3972F312E34206F696C3A2077697468696E206C696D6974732C20636865636B65642039204D6172636820616E64203620417072696C20323032362E222C227374616E64696E67223A2265737461626C6973686564227D2C7B226B6579223A226C696768742D736F757263652D706F776572222C226C6576656C223A22756E6B6E6F776E222C2273656E74656E6365223A22506F77657220617420343838206E6D3A206E6F742065737461626C6973686564206265747765656E2039204D6172636820616E64203620417072696C2C206661756C74207265706F72746564203137204D617263682E222C227374616E64696E67223A22646973747572626564227D5D2C226576656E7473223A5B7B22646179223A22323032362D30332D3137222C22656E646564223A22323032362D30332D3139222C226964223A226531222C226B696E64223A226661756C74222C2277686174223A22546865206C6173657220646F6573206E6F742073746172742E227D5D2C22666163696C697479223A7B22636F6E74616374223A226C69676874406578616D706C652E6F7267222C226E616D65223A22496E7374697475746520666F72204C69676874222C227A6F6E65223A224575726F70652F4265726C696E227D2C2266726F6D223A22323032362D30332D3132222C22696E737472756D656E74223A7B226964223A2230313930222C226D616B65223A224D616B6572204D6F64656C222C226E616D65223A224C534D2031227D2C226C616E6775616765223A22656E2D4742222C226C6967687450617468223A7B226E616D65223A223633C3972F312E34206F696C2C20343838206E6D222C227061727473223A5B7B226B696E64223A226F626A656374697665222C226D616B65223A224D616B657220506C616E222C226E616D65223A223633C3972F312E34206F696C227D2C7B226B696E64223A226C696E65222C226E616D65223A22343838206E6D227D5D2C22736C7567223A223633782D6F696C2D343838227D2C226E6F7453616964223A22497420646F6573206E6F7420737065616B206F6620616E7920696D6167652E222C2272756C6573223A5B2253696D706C6520616363657074616E63653A207468652076616C756520616C6F6E6520697320636F6D7061726564207769746820746865206C696D69742E225D2C22746F223A22323032362D30332D3134227D7D','6ad7b7166f639d2bae3ef98ff705af28c4c6cec4f8484f6d87ce0226db1fd625',X'255044462D312E37204649442D323032362D5444594D2D58365748','d2dc61c4c2a750ad5ee2daf7dc8a2ec58edb263d342ae31d630c8ab856d73172','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,NULL);
INSERT INTO "qc_statement" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3c-738f-a2c4-1facad7af328','FID-2026-EDX3-HJAW','-t2Dnjameoglqsr1_vwboO','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','019ce161-aa3b-7004-a273-711633a4b373','2026-03-12','2026-03-14','90801df0114c8ced127fbf5c1b8befdb207e6fa38c47721acaece1f080d75bae',X'7B22666F726D6174223A22666964756369616C2D71632D73746174656D656E742F31222C226973737565223A7B226174223A22323032362D30332D31325430393A33303A30302E3132335A222C226E756D626572223A224649442D323032362D454458332D484A4157222C22736F667477617265223A22466964756369616C227D2C2273616964223A7B22636865636B73223A5B7B22646179223A22323032362D30332D3039222C226964223A22636865636B2D30222C226B6974223A5B224265616420736C6964652C206C6F742037225D2C226C6967687450617468223A223633C3972F312E34206F696C2C20353631206E6D222C226C696D697473223A226C696D697473203220666F722074686973206C6967687420706174682C20696E20666F7263652066726F6D20323032362D30312D3031222C226C696D697473496E466F726365223A226C696D697473203220666F722074686973206C6967687420706174682C20696E20666F7263652066726F6D20323032362D30312D3031222C226F766572616C6C223A2270617373222C2270726F746F636F6C223A7B226964223A227073662D6265616473222C22736F7572636573223A5B2246616B6C6172697320657420616C2E20323032322C20646F693A31302E313038332F6A63622E323032313037303933225D2C227469746C65223A22506F696E74207370726561642066756E6374696F6E222C2276657273696F6E223A22312E30227D2C22736F667477617265223A22466964756369616C20312E3020283031323361626329222C2276616C756573223A5B7B22636F766572616765466163746F72223A322C22657870616E646564556E6365727461696E7479223A302E3030352C226C696D6974223A226174206D6F737420302E3320C2B56D222C226D6574726963223A227073662E6677686D2E78222C226F66223A226368616E6E656C2031222C2272756C65223A2273696D706C65222C227469746C65223A224657484D2078222C22756E6974223A22756D222C2276616C7565223A302E323039312C2276657264696374223A2270617373227D5D7D5D2C22636C61696D73223A5B7B22636C61696D223A2277697468696E2D6C696D697473222C2265666665637473223A5B2244697374616E63653A207479706963616C6C79206E6F74206166666563746564225D2C226B6579223A227073662D6265616473222C2273656E74656E6365223A225265736F6C7574696F6E206F6620746865203633C3972F312E34206F696C3A2077697468696E206C696D6974732C20636865636B65642039204D6172636820616E64203620417072696C20323032362E222C227374616E64696E67223A2265737461626C6973686564227D2C7B22636C61696D223A226E6F742D65737461626C6973686564222C226B6579223A226C696768742D736F757263652D706F776572222C2273656E74656E6365223A22506F77657220617420343838206E6D3A206E6F742065737461626C6973686564206265747765656E2039204D6172636820616E64203620417072696C2C206661756C74207265706F72746564203137204D617263682E222C227374616E64696E67223A22646973747572626564227D5D2C226576656E7473223A5B7B22646179223A22323032362D30332D3137222C22656E646564223A22323032362D30332D3139222C226964223A226531222C226B696E64223A226661756C74222C2277686174223A22546865206C6173657220646F6573206E6F742073746172742E227D5D2C22666163696C697479223A7B22636F6E74616374223A226C69676874406578616D706C652E6F7267222C226E616D65223A22496E7374697475746520666F72204C69676874222C227A6F6E65223A224575726F70652F4265726C696E227D2C2266726F6D223A22323032362D30332D3132222C22696E737472756D656E74223A7B226964223A2230313930222C226D616B65223A224D616B6572204D6F64656C222C226E616D65223A224C534D2031227D2C226C616E6775616765223A226573222C226C6967687450617468223A7B226E616D65223A223633C3972F312E34206F696C2C20343838206E6D222C227061727473223A5B7B226B696E64223A226F626A656374697665222C226D616B65223A224D616B657220506C616E222C226E616D65223A223633C3972F312E34206F696C227D2C7B226B696E64223A226C696E65222C226E616D65223A22343838206E6D227D5D2C22736C7567223A223633782D6F696C2D343838227D2C226E6F7453616964223A22497420646F6573206E6F7420737065616B206F6620616E7920696D6167652E222C2272756C6573223A5B2253696D706C6520616363657074616E63653A207468652076616C756520616C6F6E6520697320636F6D7061726564207769746820746865206C696D69742E225D2C22746F223A22323032362D30332D3134227D7D','05f6e7e65ce86fcab5a583ecdd9c9f28c10f1de745061a1c9b87d28618d95f4f',X'255044462D312E37204649442D323032362D454458332D484A4157','68a217b787479df15310b3ea197219c7911786635b87cb1db540c7cec94b4d38','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'es');
CREATE TABLE qc_statement_end (
  facility_id varchar(36) not null,
  end_id varchar(36) not null,
  statement_id varchar(36) not null,
  reason text not null,
  person_id varchar(36),
  entered_at bigint not null,
  constraint qc_statement_end_pk primary key (facility_id, end_id),
  constraint qc_statement_end_once unique (facility_id, statement_id),
  constraint qc_statement_end_of foreign key (facility_id, statement_id)
    references qc_statement (facility_id, statement_id),
  constraint qc_statement_end_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
CREATE TABLE registry_event (
  facility_id varchar(36) not null,
  change_id varchar(36) not null,
  position int not null,
  event_id varchar(36) not null,
  constraint registry_event_pk primary key (facility_id, change_id, position),
  constraint registry_event_is foreign key (facility_id, event_id) references event (facility_id, event_id)
);
INSERT INTO "registry_event" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-701c-a821-b1a79b5c8796',0,'019ce161-aa3b-701d-8407-bba4ed1bcf2e');
CREATE TABLE registry_version (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  kind varchar(16) not null,
  subject_id varchar(36) not null,
  version int not null,
  holds_from bigint,
  before_fields text not null,
  after_fields text not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  reason text not null,
  constraint registry_version_pk primary key (facility_id, version_id),
  constraint registry_version_number unique (facility_id, subject_id, version),
  constraint registry_version_in_facility foreign key (facility_id) references facility (facility_id),
  constraint registry_version_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint registry_version_kind check (kind in ('instrument', 'component', 'configuration'))
);
INSERT INTO "registry_version" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-701b-876b-60fdb798dc5e','instrument','019ce161-aa3b-7001-9d2d-e0f4bb5c9986',2,NULL,'{"location":"Room 1","manufacturer":"Maker","model":"Model","name":"LSM 1","serial":"0815"}','{"location":"Room 1","manufacturer":"Maker","model":"Model","name":"LSM 1","notes":"Door code 4711","serial":"0815"}','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1775899800123,'Europe/Berlin','noted');
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
INSERT INTO "remark" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',0,'Z_STORED_AS_T','note','The file calls its 31 planes times.');
INSERT INTO "remark" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',1,'UNDERSAMPLED','caution','Pixels of 0.13 µm are too large.');
CREATE TABLE reminder_address (
  facility_id varchar(36) not null,
  wish_id varchar(36) not null,
  address varchar(254),
  constraint reminder_address_pk primary key (facility_id, wish_id),
  constraint reminder_address_of foreign key (facility_id, wish_id) references reminder_wish (facility_id, wish_id)
);
INSERT INTO "reminder_address" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7005-8164-4603df34bd22','ada@example.org');
CREATE TABLE reminder_claim (
  facility_id varchar(36) not null,
  claim_id varchar(36) not null,
  period varchar(16) not null,
  kind varchar(16) not null,
  recipient_id varchar(36) not null,
  attempt int not null,
  claimed_at bigint not null,
  constraint reminder_claim_pk primary key (facility_id, claim_id),
  constraint reminder_claim_once unique (facility_id, period, kind, recipient_id, attempt),
  constraint reminder_claim_recipient foreign key (facility_id, recipient_id)
    references person (facility_id, person_id),
  constraint reminder_claim_kind check (kind in ('digest', 'escalation', 'trial'))
);
INSERT INTO "reminder_claim" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7024-920b-531c7379a5a1','2026-03-09','digest','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1,1773307800123);
CREATE TABLE reminder_outcome (
  facility_id varchar(36) not null,
  outcome_id varchar(36) not null,
  claim_id varchar(36) not null,
  outcome varchar(16) not null,
  said text not null,
  noted_at bigint not null,
  constraint reminder_outcome_pk primary key (facility_id, outcome_id),
  constraint reminder_outcome_once unique (facility_id, claim_id),
  constraint reminder_outcome_of foreign key (facility_id, claim_id) references reminder_claim (facility_id, claim_id),
  constraint reminder_outcome_word check (outcome in ('sent', 'failed', 'unknown'))
);
INSERT INTO "reminder_outcome" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7025-92bf-807a473dd2b8','019ce161-aa3b-7024-920b-531c7379a5a1','sent','250 OK',1773307800123);
CREATE TABLE reminder_wish (
  facility_id varchar(36) not null,
  wish_id varchar(36) not null,
  account_id varchar(36) not null,
  frequency varchar(16) not null,
  scope varchar(16) not null,
  language varchar(35) not null,
  address_hash varchar(64) not null,
  person_id varchar(36),
  entered_at bigint not null,
  constraint reminder_wish_pk primary key (facility_id, wish_id),
  constraint reminder_wish_of foreign key (facility_id, account_id) references account (facility_id, account_id),
  constraint reminder_wish_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint reminder_wish_frequency check (frequency in ('weekly', 'urgent', 'never')),
  constraint reminder_wish_scope check (scope in ('all', 'assigned'))
);
INSERT INTO "reminder_wish" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7005-8164-4603df34bd22','019ce161-aa3b-7011-bdc3-72c4d3cd1308','weekly','assigned','en-GB','cb74cfb5ab8b97e3c19379d6764d2a53ceb03ee69a0465eee222e5a64d160046','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123);
CREATE TABLE review_policy (
  facility_id varchar(36) not null,
  policy_id varchar(36) not null,
  own_work varchar(16) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint review_policy_pk primary key (facility_id, policy_id),
  constraint review_policy_in_facility foreign key (facility_id) references facility (facility_id),
  constraint review_policy_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint review_policy_own_work check (own_work in ('allowed', 'refused'))
);
CREATE TABLE schedule_counting (
  facility_id varchar(36) not null,
  counting_id varchar(36) not null,
  check_id varchar(36) not null,
  counts varchar(8) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint schedule_counting_pk primary key (facility_id, counting_id),
  constraint schedule_counting_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint schedule_counting_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint schedule_counting_counts check (counts in ('yes', 'no'))
);
CREATE TABLE schedule_path (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  position int not null,
  configuration_id varchar(36) not null,
  constraint schedule_path_pk primary key (facility_id, version_id, position),
  constraint schedule_path_of foreign key (facility_id, version_id) references schedule_plan (facility_id, version_id),
  constraint schedule_path_configuration foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id)
);
INSERT INTO "schedule_path" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-700c-bc89-8dc727e6b804',0,'019ce161-aa3b-7004-a273-711633a4b373');
CREATE TABLE schedule_plan (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  plan_id varchar(36) not null,
  version int not null,
  standing varchar(16) not null,
  instrument_id varchar(36) not null,
  protocol_id varchar(64) not null,
  rhythm varchar(16) not null,
  rule varchar(400),
  start_day varchar(10),
  days_before int not null,
  days_after int not null,
  every_hours double precision,
  minutes int not null,
  assigned_to varchar(36),
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint schedule_plan_pk primary key (facility_id, version_id),
  constraint schedule_plan_version unique (facility_id, plan_id, version),
  constraint schedule_plan_of foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint schedule_plan_assigned foreign key (facility_id, assigned_to) references person (facility_id, person_id),
  constraint schedule_plan_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint schedule_plan_standing check (standing in ('in-force', 'ended')),
  constraint schedule_plan_rhythm check (rhythm in ('recurring', 'hours', 'ad-hoc'))
);
INSERT INTO "schedule_plan" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-700c-bc89-8dc727e6b804','019ce161-aa3b-700b-90b4-92bc077a7c6a',1,'in-force','019ce161-aa3b-7001-9d2d-e0f4bb5c9986','psf-beads','recurring','FREQ=MONTHLY','2026-01-01',5,3,NULL,45,'019ce161-aa3b-700d-96f2-c7cae908e180','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'as agreed with the users');
CREATE TABLE service_return (
  facility_id varchar(36) not null,
  return_id varchar(36) not null,
  event_id varchar(36) not null,
  returned_at bigint not null,
  reason text not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint service_return_pk primary key (facility_id, return_id),
  constraint service_return_of foreign key (facility_id, event_id) references event (facility_id, event_id),
  constraint service_return_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
INSERT INTO "service_return" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7010-ba5c-bbfe990b3a17','019ce161-aa3b-700e-849e-a2e563080574',1773307800123,'no slide at hand','019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1773307800123,'Europe/Berlin');
CREATE TABLE service_waiver (
  facility_id varchar(36) not null,
  return_id varchar(36) not null,
  position int not null,
  configuration_id varchar(36) not null,
  protocol_id varchar(64) not null,
  constraint service_waiver_pk primary key (facility_id, return_id, position),
  constraint service_waiver_of foreign key (facility_id, return_id) references service_return (facility_id, return_id),
  constraint service_waiver_path foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id)
);
INSERT INTO "service_waiver" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7010-ba5c-bbfe990b3a17',0,'019ce161-aa3b-7004-a273-711633a4b373','psf-beads');
CREATE TABLE software_version (
  facility_id varchar(36) not null,
  software_id varchar(36) not null,
  instrument_id varchar(36) not null,
  component_id varchar(36),
  kind varchar(16) not null,
  name text not null,
  release_name text not null,
  installed_at bigint not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  reason text not null,
  constraint software_version_pk primary key (facility_id, software_id),
  constraint software_version_on foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint software_version_in foreign key (facility_id, component_id)
    references component (facility_id, component_id),
  constraint software_version_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint software_version_kind check (kind in ('software', 'firmware'))
);
INSERT INTO "software_version" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-701e-8927-45a4dde2f5bf','019ce161-aa3b-7001-9d2d-e0f4bb5c9986',NULL,'software','ZEN','3.8',1773307800123,'019ce161-aa3b-7008-a2ad-c3eee7ce8a61',1775899800123,'Europe/Berlin','');
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
INSERT INTO "verdict" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',0,'psf.fwhm.x',1,'{}','median','warning','0.333 µm is above the warning limit of 0.3 µm.','psf.fwhm.x','median','[]','Chosen for this test.',NULL,0.3,0.05,0.4);
INSERT INTO "verdict" VALUES('019ce161-aa3b-7000-81b5-cc98922fb1ed','019ce161-aa3b-7009-accf-d5786aae8a0d',1,'psf.snr',2,'{"axis":"x","location":"centre"}','median','not-evaluated','The file does not say the emission wavelength; give --set emission.','psf.snr','median','[]','Chosen for this test.',NULL,0.3,0.05,0.4);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX instrument_by_id on instrument (instrument_id);
CREATE INDEX instrument_by_slug on instrument (slug);
CREATE INDEX configuration_by_id on configuration (configuration_id);
CREATE INDEX qc_check_by_id on qc_check (check_id);
CREATE INDEX qc_check_by_time on qc_check (facility_id, instrument_id, measured_at);
CREATE INDEX check_input_by_content on check_input (sha256);
CREATE INDEX measurement_series on measurement (facility_id, instrument_id, metric, statistic, measured_at);
CREATE INDEX meter_certificate_by_meter on meter_certificate (meter_id);
CREATE INDEX schedule_plan_by_plan on schedule_plan (plan_id);
CREATE INDEX schedule_counting_by_check on schedule_counting (check_id);
CREATE INDEX hour_reading_by_instrument on hour_reading (instrument_id, read_at);
CREATE INDEX qc_check_by_path on qc_check (facility_id, configuration_id, protocol_id, measured_at);
CREATE INDEX event_by_id on event (event_id);
CREATE INDEX event_by_time on event (facility_id, instrument_id, happened_at);
CREATE INDEX follow_up_by_event on follow_up (event_id);
CREATE INDEX check_parameter_of_kit on check_parameter (word) where name = 'meter' or name = 'artefact';
CREATE INDEX service_return_by_event on service_return (event_id);
CREATE INDEX registry_version_by_subject on registry_version (subject_id, version);
CREATE INDEX component_move_by_component on component_move (component_id);
CREATE INDEX component_move_by_instrument on component_move (instrument_id);
CREATE INDEX configuration_component_by_part on configuration_component (component_id);
CREATE INDEX software_version_by_instrument on software_version (instrument_id);
CREATE INDEX registry_event_by_event on registry_event (event_id);
CREATE INDEX attachment_by_instrument on attachment (instrument_id);
CREATE INDEX audit_subject on audit (subject);
CREATE INDEX qc_check_to_review on qc_check (facility_id, instrument_id, measured_at)
  where overall <> 'pass' or note <> '';
CREATE INDEX event_by_instrument on event (instrument_id, happened_at);
CREATE INDEX schedule_plan_by_instrument on schedule_plan (instrument_id);
CREATE INDEX schedule_path_by_configuration on schedule_path (configuration_id);
CREATE INDEX check_review_by_decision on check_review
  (facility_id, instrument_id, decision, entered_at, check_id, review_id);
CREATE INDEX check_review_of_check on check_review (check_id, review_id, decision, entered_at);
CREATE INDEX configuration_component_by_path on configuration_component (configuration_id);
CREATE INDEX configuration_by_instrument on configuration (instrument_id);
CREATE INDEX qc_check_after_work on qc_check (facility_id, instrument_id, measured_at)
  where reason = 'after-service' or reason = 'as-left';
CREATE INDEX qc_statement_by_paper on qc_statement (paper_hash);
CREATE INDEX qc_statement_by_record on qc_statement (record_hash);
CREATE INDEX qc_statement_by_path on qc_statement (configuration_id, from_day, to_day);
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
CREATE TRIGGER schedule_plan_is_not_changed before update on schedule_plan
begin
  select raise(abort, 'the record is append-only: schedule_plan');
end;
CREATE TRIGGER schedule_plan_is_not_removed before delete on schedule_plan
begin
  select raise(abort, 'the record is append-only: schedule_plan');
end;
CREATE TRIGGER schedule_path_is_not_changed before update on schedule_path
begin
  select raise(abort, 'the record is append-only: schedule_path');
end;
CREATE TRIGGER schedule_path_is_not_removed before delete on schedule_path
begin
  select raise(abort, 'the record is append-only: schedule_path');
end;
CREATE TRIGGER schedule_counting_is_not_changed before update on schedule_counting
begin
  select raise(abort, 'the record is append-only: schedule_counting');
end;
CREATE TRIGGER schedule_counting_is_not_removed before delete on schedule_counting
begin
  select raise(abort, 'the record is append-only: schedule_counting');
end;
CREATE TRIGGER hour_reading_is_not_changed before update on hour_reading
begin
  select raise(abort, 'the record is append-only: hour_reading');
end;
CREATE TRIGGER hour_reading_is_not_removed before delete on hour_reading
begin
  select raise(abort, 'the record is append-only: hour_reading');
end;
CREATE TRIGGER event_is_not_changed before update on event
begin
  select raise(abort, 'the record is append-only: event');
end;
CREATE TRIGGER event_is_not_removed before delete on event
begin
  select raise(abort, 'the record is append-only: event');
end;
CREATE TRIGGER event_component_is_not_changed before update on event_component
begin
  select raise(abort, 'the record is append-only: event_component');
end;
CREATE TRIGGER event_component_is_not_removed before delete on event_component
begin
  select raise(abort, 'the record is append-only: event_component');
end;
CREATE TRIGGER follow_up_is_not_changed before update on follow_up
begin
  select raise(abort, 'the record is append-only: follow_up');
end;
CREATE TRIGGER follow_up_is_not_removed before delete on follow_up
begin
  select raise(abort, 'the record is append-only: follow_up');
end;
CREATE TRIGGER account_is_not_changed before update of facility_id, account_id on account
begin
  select raise(abort, 'the record is append-only: account');
end;
CREATE TRIGGER account_is_not_removed before delete on account
begin
  select raise(abort, 'the record is append-only: account');
end;
CREATE TRIGGER account_version_is_not_changed before update on account_version
begin
  select raise(abort, 'the record is append-only: account_version');
end;
CREATE TRIGGER account_version_is_not_removed before delete on account_version
begin
  select raise(abort, 'the record is append-only: account_version');
end;
CREATE TRIGGER api_token_is_not_changed before update on api_token
begin
  select raise(abort, 'the record is append-only: api_token');
end;
CREATE TRIGGER api_token_is_not_removed before delete on api_token
begin
  select raise(abort, 'the record is append-only: api_token');
end;
CREATE TRIGGER api_token_end_is_not_changed before update on api_token_end
begin
  select raise(abort, 'the record is append-only: api_token_end');
end;
CREATE TRIGGER api_token_end_is_not_removed before delete on api_token_end
begin
  select raise(abort, 'the record is append-only: api_token_end');
end;
CREATE TRIGGER baseline_is_not_changed before update on baseline
begin
  select raise(abort, 'the record is append-only: baseline');
end;
CREATE TRIGGER baseline_is_not_removed before delete on baseline
begin
  select raise(abort, 'the record is append-only: baseline');
end;
CREATE TRIGGER baseline_check_is_not_changed before update on baseline_check
begin
  select raise(abort, 'the record is append-only: baseline_check');
end;
CREATE TRIGGER baseline_check_is_not_removed before delete on baseline_check
begin
  select raise(abort, 'the record is append-only: baseline_check');
end;
CREATE TRIGGER baseline_value_is_not_changed before update on baseline_value
begin
  select raise(abort, 'the record is append-only: baseline_value');
end;
CREATE TRIGGER baseline_value_is_not_removed before delete on baseline_value
begin
  select raise(abort, 'the record is append-only: baseline_value');
end;
CREATE TRIGGER limit_version_is_not_changed before update on limit_version
begin
  select raise(abort, 'the record is append-only: limit_version');
end;
CREATE TRIGGER limit_version_is_not_removed before delete on limit_version
begin
  select raise(abort, 'the record is append-only: limit_version');
end;
CREATE TRIGGER limit_rule_is_not_changed before update on limit_rule
begin
  select raise(abort, 'the record is append-only: limit_rule');
end;
CREATE TRIGGER limit_rule_is_not_removed before delete on limit_rule
begin
  select raise(abort, 'the record is append-only: limit_rule');
end;
CREATE TRIGGER check_review_is_not_changed before update on check_review
begin
  select raise(abort, 'the record is append-only: check_review');
end;
CREATE TRIGGER check_review_is_not_removed before delete on check_review
begin
  select raise(abort, 'the record is append-only: check_review');
end;
CREATE TRIGGER review_policy_is_not_changed before update on review_policy
begin
  select raise(abort, 'the record is append-only: review_policy');
end;
CREATE TRIGGER review_policy_is_not_removed before delete on review_policy
begin
  select raise(abort, 'the record is append-only: review_policy');
end;
CREATE TRIGGER artefact_is_not_changed before update on artefact
begin
  select raise(abort, 'the record is append-only: artefact');
end;
CREATE TRIGGER artefact_is_not_removed before delete on artefact
begin
  select raise(abort, 'the record is append-only: artefact');
end;
CREATE TRIGGER own_protocol_is_not_changed before update on own_protocol
begin
  select raise(abort, 'the record is append-only: own_protocol');
end;
CREATE TRIGGER own_protocol_is_not_removed before delete on own_protocol
begin
  select raise(abort, 'the record is append-only: own_protocol');
end;
CREATE TRIGGER own_protocol_picture_is_not_changed before update on own_protocol_picture
begin
  select raise(abort, 'the record is append-only: own_protocol_picture');
end;
CREATE TRIGGER own_protocol_picture_is_not_removed before delete on own_protocol_picture
begin
  select raise(abort, 'the record is append-only: own_protocol_picture');
end;
CREATE TRIGGER check_move_is_not_changed before update on check_move
begin
  select raise(abort, 'the record is append-only: check_move');
end;
CREATE TRIGGER check_move_is_not_removed before delete on check_move
begin
  select raise(abort, 'the record is append-only: check_move');
end;
CREATE TRIGGER kit_recall_is_not_changed before update on kit_recall
begin
  select raise(abort, 'the record is append-only: kit_recall');
end;
CREATE TRIGGER kit_recall_is_not_removed before delete on kit_recall
begin
  select raise(abort, 'the record is append-only: kit_recall');
end;
CREATE TRIGGER kit_recall_end_is_not_changed before update on kit_recall_end
begin
  select raise(abort, 'the record is append-only: kit_recall_end');
end;
CREATE TRIGGER kit_recall_end_is_not_removed before delete on kit_recall_end
begin
  select raise(abort, 'the record is append-only: kit_recall_end');
end;
CREATE TRIGGER service_return_is_not_changed before update on service_return
begin
  select raise(abort, 'the record is append-only: service_return');
end;
CREATE TRIGGER service_return_is_not_removed before delete on service_return
begin
  select raise(abort, 'the record is append-only: service_return');
end;
CREATE TRIGGER service_waiver_is_not_changed before update on service_waiver
begin
  select raise(abort, 'the record is append-only: service_waiver');
end;
CREATE TRIGGER service_waiver_is_not_removed before delete on service_waiver
begin
  select raise(abort, 'the record is append-only: service_waiver');
end;
CREATE TRIGGER registry_version_is_not_changed before update on registry_version
begin
  select raise(abort, 'the record is append-only: registry_version');
end;
CREATE TRIGGER registry_version_is_not_removed before delete on registry_version
begin
  select raise(abort, 'the record is append-only: registry_version');
end;
CREATE TRIGGER component_move_is_not_changed before update on component_move
begin
  select raise(abort, 'the record is append-only: component_move');
end;
CREATE TRIGGER component_move_is_not_removed before delete on component_move
begin
  select raise(abort, 'the record is append-only: component_move');
end;
CREATE TRIGGER software_version_is_not_changed before update on software_version
begin
  select raise(abort, 'the record is append-only: software_version');
end;
CREATE TRIGGER software_version_is_not_removed before delete on software_version
begin
  select raise(abort, 'the record is append-only: software_version');
end;
CREATE TRIGGER registry_event_is_not_changed before update on registry_event
begin
  select raise(abort, 'the record is append-only: registry_event');
end;
CREATE TRIGGER registry_event_is_not_removed before delete on registry_event
begin
  select raise(abort, 'the record is append-only: registry_event');
end;
CREATE TRIGGER attachment_is_not_changed before update on attachment
begin
  select raise(abort, 'the record is append-only: attachment');
end;
CREATE TRIGGER attachment_is_not_removed before delete on attachment
begin
  select raise(abort, 'the record is append-only: attachment');
end;
CREATE TRIGGER attachment_end_is_not_changed before update on attachment_end
begin
  select raise(abort, 'the record is append-only: attachment_end');
end;
CREATE TRIGGER attachment_end_is_not_removed before delete on attachment_end
begin
  select raise(abort, 'the record is append-only: attachment_end');
end;
CREATE TRIGGER reminder_claim_is_not_changed before update on reminder_claim
begin
  select raise(abort, 'the record is append-only: reminder_claim');
end;
CREATE TRIGGER reminder_claim_is_not_removed before delete on reminder_claim
begin
  select raise(abort, 'the record is append-only: reminder_claim');
end;
CREATE TRIGGER reminder_outcome_is_not_changed before update on reminder_outcome
begin
  select raise(abort, 'the record is append-only: reminder_outcome');
end;
CREATE TRIGGER reminder_outcome_is_not_removed before delete on reminder_outcome
begin
  select raise(abort, 'the record is append-only: reminder_outcome');
end;
CREATE TRIGGER reminder_wish_is_not_changed before update on reminder_wish
begin
  select raise(abort, 'the record is append-only: reminder_wish');
end;
CREATE TRIGGER reminder_wish_is_not_removed before delete on reminder_wish
begin
  select raise(abort, 'the record is append-only: reminder_wish');
end;
CREATE TRIGGER reminder_address_is_not_changed before update of facility_id, wish_id on reminder_address
begin
  select raise(abort, 'the record is append-only: reminder_address');
end;
CREATE TRIGGER reminder_address_is_not_removed before delete on reminder_address
begin
  select raise(abort, 'the record is append-only: reminder_address');
end;
CREATE TRIGGER publicity_is_not_changed before update on publicity
begin
  select raise(abort, 'the record is append-only: publicity');
end;
CREATE TRIGGER publicity_is_not_removed before delete on publicity
begin
  select raise(abort, 'the record is append-only: publicity');
end;
CREATE TRIGGER qc_statement_is_not_changed before update on qc_statement
begin
  select raise(abort, 'the record is append-only: qc_statement');
end;
CREATE TRIGGER qc_statement_is_not_removed before delete on qc_statement
begin
  select raise(abort, 'the record is append-only: qc_statement');
end;
CREATE TRIGGER qc_statement_end_is_not_changed before update on qc_statement_end
begin
  select raise(abort, 'the record is append-only: qc_statement_end');
end;
CREATE TRIGGER qc_statement_end_is_not_removed before delete on qc_statement_end
begin
  select raise(abort, 'the record is append-only: qc_statement_end');
end;
CREATE INDEX audit_of_kind on audit (facility_id, action, sequence, person_id);
CREATE INDEX audit_of_person on audit (facility_id, person_id, sequence, action);
CREATE INDEX component_by_id on component (component_id);
COMMIT;
