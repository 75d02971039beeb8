-- Clauses that issuing and keeping diplomas rest on.
insert into law.clause (code, text_code, label, summary, verified) values
  ('TT10-2026.HAN', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, thời hạn cấp văn bằng', 'Văn bằng số cấp trong 5 ngày, văn bằng giấy trong 30 ngày từ ngày quyết định công nhận; công bố trên cổng thông tin trong 30 ngày.', false),
  ('TT10-2026.SOGOC', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, sổ gốc, phôi và bản sao', 'Sổ gốc ghi liên tục, không tẩy xoá; phôi có số hiệu, quản lý nhập, xuất, hỏng, huỷ, mất bằng biên bản; bản sao có sổ riêng.', false);
