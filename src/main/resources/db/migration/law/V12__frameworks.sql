-- The clauses that the competence frameworks rest on.
insert into law.clause (code, text_code, label, summary, verified) values
  ('TT02-2025.KHUNG', 'TT 02/2025/TT-BGDĐT', 'TT 02/2025/TT-BGDĐT, khung năng lực số cho người học', '6 miền, 24 năng lực thành phần, 8 bậc.', false),
  ('TT18-2026.KHUNG', 'TT 18/2026/TT-BGDĐT', 'TT 18/2026/TT-BGDĐT, khung năng lực số cho nhà giáo', '6 miền, 20 năng lực, 3 mức.', false);
