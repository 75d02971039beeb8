create schema institution;
grant usage on schema institution to lanhnghe_app;

-- Loại hình cơ sở.
create table institution.type (
  code      text primary key,
  label     text not null,
  trains    text not null,
  authority text not null,
  place     integer not null -- in lists
);
insert into institution.type (code, label, trains, authority, place) values
  ('CD', 'Trường cao đẳng', 'Cao đẳng, trung cấp, sơ cấp, đào tạo nghề khác', 'Bộ Giáo dục và Đào tạo', 1),
  ('TC', 'Trường trung cấp', 'Trung cấp, sơ cấp, đào tạo nghề khác', 'UBND cấp tỉnh', 2),
  ('THN', 'Trường trung học nghề', 'Trung học nghề, sơ cấp', 'UBND cấp tỉnh', 3),
  ('TTGDNN', 'Trung tâm giáo dục nghề nghiệp', 'Sơ cấp, đào tạo nghề khác', 'UBND cấp tỉnh, Sở', 4),
  ('TTGDTX', 'Trung tâm GDNN – GDTX', 'Sơ cấp và giáo dục thường xuyên', 'UBND', 5),
  ('DN', 'Doanh nghiệp, cơ sở khác', 'Sơ cấp, đào tạo thường xuyên', 'UBND, Sở', 6),
  ('DH', 'Cơ sở giáo dục đại học có đào tạo cao đẳng', 'Cao đẳng', 'Bộ Giáo dục và Đào tạo', 7),
  ('PH', 'Phân hiệu', 'Theo giấy phép', 'Như trường chính', 8);

-- Hình thức sở hữu.
create table institution.ownership (code text primary key, label text not null);
insert into institution.ownership (code, label) values
  ('CONG_LAP', 'Công lập'), ('TU_THUC', 'Tư thục'), ('TU_THUC_KHONG_VI_LOI_NHUAN', 'Tư thục không vì lợi nhuận'),
  ('CO_VON_NUOC_NGOAI', 'Có vốn nước ngoài');

-- Cơ sở GDNN: one permanent city code each, never used again.
create table institution.institution (
  id                bigint generated always as identity primary key,
  code              text not null unique,
  slug              text not null unique,
  name              text not null,
  name_folded       text not null,
  sort_key          text not null collate "C",
  type              text not null references institution.type,
  ownership         text not null references institution.ownership,
  governing_body    text,
  status            text not null default 'OPEN' check (status in ('PROPOSED', 'OPEN', 'SUSPENDED', 'CLOSED')),
  status_from       date not null default date '2020-01-01',
  address_old       text, -- as published, with the districts that no longer exist
  ward_code         text references place.ward,
  lat               numeric(9, 6),
  lon               numeric(9, 6),
  location_verified boolean not null default false,
  phone             text,
  website           text,
  verified          boolean not null default false, -- whether every fact here was found in a public source
  rehearsal         boolean not null default false,
  valid_from        date not null default date '2020-01-01',
  valid_to          date,
  check (valid_to >= valid_from)
);
create index on institution.institution (sort_key);

-- Địa điểm đào tạo.
create table institution.site (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  name           text not null,
  address        text,
  ward_code      text references place.ward,
  main           boolean not null default false
);
create unique index one_main_site on institution.site (institution_id) where main;
create index on institution.site (institution_id);

-- Everybody may read the register; only the program itself writes it.
alter table institution.institution enable row level security;
alter table institution.site enable row level security;
grant select, insert, update on institution.institution, institution.site to lanhnghe_app;
grant select on institution.type, institution.ownership to lanhnghe_app;
create policy reading on institution.institution for select using (true);
create policy adding on institution.institution for insert with check ((select scope.writes_all()));
create policy changing on institution.institution for update using ((select scope.writes_all()));
create policy reading on institution.site for select using (true);
create policy adding on institution.site for insert with check ((select scope.writes_all()));
create policy changing on institution.site for update using ((select scope.writes_all()));

insert into institution.institution
  (code, slug, name, name_folded, sort_key, type, ownership, governing_body, address_old, ward_code, lat, lon, location_verified, phone, website, verified)
values
  ('CKC', 'truong-cao-dang-ky-thuat-cao-thang', 'Trường Cao đẳng Kỹ thuật Cao Thắng', 'truong cao dang ky thuat cao thang', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 ccfb-3 ebbfecaceb-5 aeaada- ebbfabcfbe-4', 'CD', 'CONG_LAP', 'Bộ chủ quản (chưa xác minh)', '65 Huỳnh Thúc Kháng, Bến Nghé, Q1', '26740', 10.7718, 106.7013, false, '028.3821.2360', 'caothang.edu.vn', true),
  ('NTT', 'truong-cao-dang-ky-thuat-nguyen-truong-to', 'Trường Cao đẳng Kỹ thuật Nguyễn Trường Tộ', 'truong cao dang ky thuat nguyen truong to', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 ccfb-3 ebbfecaceb-5 cfbeecfbbccf-3 ebdfeddccfbe-1 ebdb-5', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', '02 Mai Thị Lựu, Đa Kao, Q1; CS: 30 Nguyễn Văn Dung, P6 Gò Vấp; KĐT Tây Bắc, Tân An Hội, Củ Chi', '26737', 10.7918, 106.7000, false, '028.3822.3758', 'nguyentruongto.edu.vn', true),
  ('LTTC', 'truong-cao-dang-ly-tu-trong-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Lý Tự Trọng Thành phố Hồ Chí Minh', 'truong cao dang ly tu trong thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 cdfb-4 ebed-5 ebdfdacfbe-5 ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', '390 Hoàng Văn Thụ, P4 Tân Bình', '26968', 10.7953, 106.6556, false, '028.3811.0521', 'lttc.edu.vn', true),
  ('TDC', 'truong-cao-dang-cong-nghe-thu-duc', 'Trường Cao đẳng Công nghệ Thủ Đức', 'truong cao dang cong nghe thu duc', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 aedbcfbe- cfbebfbc-5 ebbfec-2 baedae-4', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', '53 Võ Văn Ngân, Linh Chiểu, Thủ Đức', '26824', 10.851559, 106.758032, true, '028.22158642', 'gdnn.tphcm.gov.vn/truong-cao-dang-cong-nghe-thu-duc', true),
  ('CDN', 'truong-cao-dang-nghe-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Nghề Thành phố Hồ Chí Minh', 'truong cao dang nghe thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 cfbebfbc-1 ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', '235 Hoàng Sa, Tân Định, Q1; CS2 số 1 đường 17 Linh Chiểu', '26737', 10.7925, 106.6905, false, '028.3526.7377', 'caodangnghehcm.edu.vn', true),
  ('VHNT', 'truong-cao-dang-van-hoa-nghe-thuat-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Văn hoá Nghệ thuật Thành phố Hồ Chí Minh', 'truong cao dang van hoa nghe thuat thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 eeabcf- bfdaaa-4 cfbebfbc-5 ebbfecaceb-5 ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', '05 Nam Quốc Cang, Phạm Ngũ Lão, Q1', '26743', 10.7712, 106.6900, false, null, 'vhnthcm.edu.vn', true),
  ('HCE', 'truong-cao-dang-kinh-te-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Kinh tế Thành phố Hồ Chí Minh', 'truong cao dang kinh te thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 cccacfbf- ebbc-4 ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', '33 Vĩnh Viễn, Q10', '27190', 10.7640, 106.6722, false, null, 'tuyensinh-kthcm.edu.vn', false),
  ('HOTEC', 'truong-cao-dang-kinh-te-ky-thuat-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Kinh tế – Kỹ thuật Thành phố Hồ Chí Minh', 'truong cao dang kinh te – ky thuat thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 cccacfbf- ebbc-4 0–- ccfb-3 ebbfecaceb-5 ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', '215 Nguyễn Văn Luông, Q6', '27364', 10.7460, 106.6345, false, null, 'ktkthcm.edu.vn', false),
  ('NSPC', 'truong-cao-dang-bach-khoa-nam-sai-gon', 'Trường Cao đẳng Bách khoa Nam Sài Gòn', 'truong cao dang bach khoa nam sai gon', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 adaaaebf-4 ccbfdaaa- cfaace- eaaaca-1 bedacf-1', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', '47 Cao Lỗ, Q8', '27418', 10.7385, 106.6770, false, null, 'gdnn.tphcm.gov.vn/truong-cao-dang-bach-khoa-nam-sai-gon', false),
  ('HCMCT', 'truong-cao-dang-giao-thong-van-tai-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Giao thông vận tải Thành phố Hồ Chí Minh', 'truong cao dang giao thong van tai thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 becaaada- ebbfdbcfbe- eeaccf-5 ebaaca-2 ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', '252 Lý Chính Thắng, Q3', '27142', 10.7868, 106.6806, false, null, 'hcmct.edu.vn', false),
  ('TTC', 'truong-cao-dang-thu-thiem-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Thủ Thiêm – Thành phố Hồ Chí Minh', 'truong cao dang thu thiem – thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 ebbfec-2 ebbfcabcce- 0–- ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', null, null, null, null, false, null, 'caodangthuthiem-hcm.edu.vn', true),
  ('KTXD', 'truong-cao-dang-kien-truc-xay-dung-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Kiến trúc – Xây dựng Thành phố Hồ Chí Minh', 'truong cao dang kien truc – xay dung thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 cccabccf-4 ebdfecae-4 0–- faacfb- afedcfbe-5 ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', null, null, null, null, false, null, 'ktxd.edu.vn', true),
  ('KTKTTD', 'truong-cao-dang-kinh-te-ky-thuat-thu-duc', 'Trường Cao đẳng Kinh tế – Kỹ thuật Thủ Đức', 'truong cao dang kinh te – ky thuat thu duc', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 cccacfbf- ebbc-4 0–- ccfb-3 ebbfecaceb-5 ebbfec-2 baedae-4', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', null, null, null, null, false, null, 'ctdthuduc.edu.vn', true),
  ('HEPC', 'truong-cao-dang-dien-luc-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Điện lực Thành phố Hồ Chí Minh', 'truong cao dang dien luc thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 bacabccf-5 cdedae-5 ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'Tập đoàn Điện lực Việt Nam', '554 Hà Huy Giáp, Q12', '26767', 10.8790, 106.6790, false, null, 'hepc.edu.vn', false),
  ('CTIM', 'truong-cao-dang-cong-nghe-quan-tri-doanh-nghiep', 'Trường Cao đẳng Công nghệ & Quản trị doanh nghiệp', 'truong cao dang cong nghe & quan tri doanh nghiep', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 aedbcfbe- cfbebfbc-5 0&- deecaacf-2 ebdfca-5 afdaaacfbf- cfbebfcabcdd-5', 'CD', 'CONG_LAP', 'HEPZA', '15 Trần Văn Trà, Q7', '27487', 10.7270, 106.7220, false, null, 'ctim.edu.vn', false),
  ('HCMCC', 'truong-cao-dang-xay-dung-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Xây dựng Thành phố Hồ Chí Minh', 'truong cao dang xay dung thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 faacfb- afedcfbe-5 ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'Bộ Xây dựng', '190 Võ Văn Ngân (chưa xác minh)', '26824', 10.8525, 106.7655, false, null, 'hcmcc.edu.vn', false),
  ('HVCT', 'truong-cao-dang-ky-nghe-ii', 'Trường Cao đẳng Kỹ nghệ II', 'truong cao dang ky nghe ii', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 ccfb-3 cfbebfbc-5 caca-', 'CD', 'CONG_LAP', 'Bộ chủ quản (chưa xác minh)', '502 Đỗ Xuân Hợp, Q9', '26848', 10.8180, 106.7730, false, null, 'hvct.edu.vn', false),
  ('HITC', 'truong-cao-dang-cong-thuong-thanh-pho-ho-chi-minh', 'Trường Cao đẳng Công Thương Thành phố Hồ Chí Minh', 'truong cao dang cong thuong thanh pho ho chi minh', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 aedbcfbe- ebbfeddccfbe- ebbfaacfbf-1 ddbfdb-4 bfdb-1 aebfca-4 cecacfbf-', 'CD', 'CONG_LAP', 'Bộ chủ quản (chưa xác minh)', '20 Tăng Nhơn Phú, Q9', '26848', 10.8290, 106.7750, false, null, 'hitu.edu.vn', false),
  ('HH2', 'truong-cao-dang-hang-hai-ii', 'Trường Cao đẳng Hàng hải II', 'truong cao dang hang hai ii', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 bfaacfbe-1 bfaaca-2 caca-', 'CD', 'CONG_LAP', 'Bộ chủ quản (chưa xác minh)', '232 Nguyễn Văn Hưởng, Thảo Điền', '27094', 10.8110, 106.7310, false, '086.281.8696', 'cdhanghai.edu.vn', true),
  ('FPOLY', 'truong-cao-dang-fpt-polytechnic', 'Trường Cao đẳng FPT Polytechnic', 'truong cao dang fpt polytechnic', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 bdddeb- dddacdfbebbbaebfcfcaae-', 'CD', 'TU_THUC', null, 'CVPM Quang Trung, Q12', '26785', 10.8530, 106.6280, false, null, 'caodang.fpt.edu.vn', false),
  ('STC', 'truong-cao-dang-sai-gon', 'Trường Cao đẳng Sài Gòn', 'truong cao dang sai gon', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 eaaaca-1 bedacf-1', 'CD', 'TU_THUC', null, 'Lô 14 đường 5, CVPM Quang Trung', '26785', 10.8530, 106.6280, false, '028.37151998', 'caodangsaigon.edu.vn', true),
  ('MN', 'truong-cao-dang-mien-nam', 'Trường Cao đẳng Miền Nam', 'truong cao dang mien nam', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 cecabccf-1 cfaace-', 'CD', 'TU_THUC', null, '416 Đường số 10, P9 Gò Vấp', '26898', 10.8430, 106.6530, false, '028.3989.3967', 'cdmiennam.edu.vn', true),
  ('DLSG', 'truong-cao-dang-du-lich-sai-gon', 'Trường Cao đẳng Du lịch Sài Gòn', 'truong cao dang du lich sai gon', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 afec- cdcaaebf-5 eaaaca-1 bedacf-1', 'CD', 'TU_THUC', null, '347A Nguyễn Thượng Hiền, P11 Q10', '27190', 10.7745, 106.6790, false, '028.3834.4856', 'dulichsaigon.edu.vn', true),
  ('VSVC', 'truong-cao-dang-viet-nam-singapore', 'Trường Cao đẳng Việt Nam – Singapore', 'truong cao dang viet nam – singapore', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 eecabceb-5 cfaace- 0–- eacacfbeaadddadfbb-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', 'Thuận An', '25969', 10.9327, 106.7109, false, null, null, false),
  ('VKBD', 'truong-cao-dang-viet-nam-han-quoc-binh-duong', 'Trường Cao đẳng Việt Nam – Hàn Quốc Bình Dương', 'truong cao dang viet nam – han quoc binh duong', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 eecabceb-5 cfaace- 0–- bfaacf-1 deecdbae-4 adcacfbf-1 afeddccfbe-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', null, null, null, null, false, null, null, true),
  ('YTBD', 'truong-cao-dang-y-te-binh-duong', 'Trường Cao đẳng Y tế Bình Dương', 'truong cao dang y te binh duong', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 fb- ebbc-4 adcacfbf-1 afeddccfbe-', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', 'Lê Hồng Phong, Phú Hoà, TDM', '25750', 10.9830, 106.6850, false, null, null, false),
  ('BRVT', 'truong-cao-dang-ky-thuat-cong-nghe-ba-ria-vung-tau', 'Trường Cao đẳng Kỹ thuật Công nghệ Bà Rịa – Vũng Tàu', 'truong cao dang ky thuat cong nghe ba ria – vung tau', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 ccfb-3 ebbfecaceb-5 aedbcfbe- cfbebfbc-5 adaa-1 dfcaaa-5 0–- eeeccfbe-3 ebaaec-1', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', null, null, null, null, false, null, null, true),
  ('YTBRVT', 'truong-cao-dang-y-te-ba-ria-vung-tau', 'Trường Cao đẳng Y tế Bà Rịa – Vũng Tàu', 'truong cao dang y te ba ria – vung tau', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 fb- ebbc-4 adaa-1 dfcaaa-5 0–- eeeccfbe-3 ebaaec-1', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', null, null, null, null, false, null, null, true),
  ('SPBRVT', 'truong-cao-dang-su-pham-ba-ria-vung-tau', 'Trường Cao đẳng Sư phạm Bà Rịa – Vũng Tàu', 'truong cao dang su pham ba ria – vung tau', 'ebdfeddccfbe-1 aeaada- baabcfbe-2 eaed- ddbfaace-5 adaa-1 dfcaaa-5 0–- eeeccfbe-3 ebaaec-1', 'CD', 'CONG_LAP', 'UBND Thành phố Hồ Chí Minh', null, null, null, null, false, null, null, true),
  ('TCHV', 'truong-trung-cap-nghe-ky-thuat-cong-nghe-hung-vuong', 'Trường Trung cấp nghề Kỹ thuật Công nghệ Hùng Vương', 'truong trung cap nghe ky thuat cong nghe hung vuong', 'ebdfeddccfbe-1 ebdfeccfbe- aeacdd-4 cfbebfbc-1 ccfb-3 ebbfecaceb-5 aedbcfbe- cfbebfbc-5 bfeccfbe-1 eeeddccfbe-', 'TC', 'CONG_LAP', null, null, null, null, null, false, null, null, false),
  ('TCQT', 'truong-trung-cap-nghe-quang-trung', 'Trường Trung cấp nghề Quang Trung', 'truong trung cap nghe quang trung', 'ebdfeddccfbe-1 ebdfeccfbe- aeacdd-4 cfbebfbc-1 deecaacfbe- ebdfeccfbe-', 'TC', 'CONG_LAP', null, null, null, null, null, false, null, null, false),
  ('TCKTBD', 'truong-trung-cap-kinh-te-binh-duong', 'Trường Trung cấp Kinh tế Bình Dương', 'truong trung cap kinh te binh duong', 'ebdfeddccfbe-1 ebdfeccfbe- aeacdd-4 cccacfbf- ebbc-4 adcacfbf-1 afeddccfbe-', 'TC', 'CONG_LAP', null, null, null, null, null, false, null, null, false),
  ('TCTDN', 'truong-trung-cap-tran-dai-nghia', 'Trường Trung cấp Trần Đại Nghĩa', 'truong trung cap tran dai nghia', 'ebdfeddccfbe-1 ebdfeccfbe- aeacdd-4 ebdfaccf-1 baaaca-5 cfbebfcaaa-3', 'TC', 'CONG_LAP', null, null, null, null, null, false, null, null, false),
  ('TCQ12', 'truong-trung-cap-kinh-te-ky-thuat-quan-12', 'Trường Trung cấp Kinh tế Kỹ thuật Quận 12', 'truong trung cap kinh te ky thuat quan 12', 'ebdfeddccfbe-1 ebdfeccfbe- aeacdd-4 cccacfbf- ebbc-4 ccfb-3 ebbfecaceb-5 deecaccf-5 0102-', 'TC', 'CONG_LAP', null, null, null, null, null, false, null, null, false),
  ('TCND', 'truong-trung-cap-nghe-nhan-dao', 'Trường Trung cấp nghề Nhân Đạo', 'truong trung cap nghe nhan dao', 'ebdfeddccfbe-1 ebdfeccfbe- aeacdd-4 cfbebfbc-1 cfbfaccf- baaada-5', 'TC', 'CONG_LAP', null, null, null, null, null, false, null, null, false),
  ('TCBT', 'truong-trung-cap-nghe-binh-thanh', 'Trường Trung cấp nghề Bình Thạnh', 'truong trung cap nghe binh thanh', 'ebdfeddccfbe-1 ebdfeccfbe- aeacdd-4 cfbebfbc-1 adcacfbf-1 ebbfaacfbf-5', 'TC', 'CONG_LAP', null, null, null, null, null, false, null, null, false),
  ('TCBN', 'truong-trung-cap-bach-nghe', 'Trường Trung cấp Bách Nghệ', 'truong trung cap bach nghe', 'ebdfeddccfbe-1 ebdfeccfbe- aeacdd-4 adaaaebf-4 cfbebfbc-5', 'TC', 'CONG_LAP', null, null, null, null, null, false, null, null, false);

insert into institution.site (institution_id, name, address, ward_code, main)
select id, 'Trụ sở chính', address_old, ward_code, true from institution.institution;
insert into institution.site (institution_id, name, address)
select i.id, s.name, s.address from institution.institution i
  join (values ('NTT', 'Cơ sở Gò Vấp', '30 Nguyễn Văn Dung, P6 Gò Vấp'), ('NTT', 'Cơ sở Củ Chi', 'KĐT Tây Bắc, Tân An Hội, Củ Chi'),
               ('CDN', 'Cơ sở 2', 'Số 1 đường 17 Linh Chiểu')) as s (code, name, address) on s.code = i.code;

-- What other modules may join to.
create view institution.directory with (security_invoker = true) as
  select i.id, i.code, i.slug, i.name, i.code as short_name, i.name_folded, i.sort_key, i.type, t.label as type_label, t.place as type_place, i.ownership,
         o.label as ownership_label, i.status, i.status_from, i.ward_code, w.name as ward_name, w.region, i.valid_from, i.valid_to,
         i.rehearsal
    from institution.institution i
    join institution.type t on t.code = i.type
    join institution.ownership o on o.code = i.ownership
    left join place.unit w on w.code = i.ward_code;
grant select on institution.directory to lanhnghe_app;

-- The name plate: what a citizen's page says of an issuer, without the joins of the directory.
create view institution.plate with (security_invoker = true) as
  select id, slug, name from institution.institution;
grant select on institution.plate to lanhnghe_app;
