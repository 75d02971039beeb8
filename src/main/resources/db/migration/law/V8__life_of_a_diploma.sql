-- Clauses that the life of a diploma after its release rests on. None of the official texts has been read: the wording is provisional.
insert into law.text (code, title, issued_on, effective_from, kind, issuer, use, source) values
  ('45/2019/QH14', 'Bộ luật Lao động', date '2019-11-20', date '2021-01-01', 'LUAT', 'Quốc hội', 'Ngày nghỉ lễ, tết, để tính ngày làm việc (Điều 112)', 'bản sao trên mạng');
insert into law.clause (code, text_code, label, summary, verified) values
  ('TT10-2026.THUHOI', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, thu hồi, huỷ bỏ văn bằng', 'Các trường hợp thu hồi, huỷ bỏ; thu hồi và huỷ bỏ bằng quyết định có lý do, công bố công khai, không đảo lại.', false),
  ('TT10-2026.DUNG', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, xác minh trước khi thu hồi', 'Trong khi xác minh, văn bằng có thể bị tạm dừng hiệu lực; làm rõ xong thì khôi phục, thu hồi hoặc huỷ bỏ.', false),
  ('TT10-2026.CHINHSUA', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, chỉnh sửa nội dung văn bằng', 'Chỉnh sửa bằng quyết định của cơ sở cấp hoặc cơ sở kế thừa; quyết định là phần không tách rời của văn bằng; sổ gốc ghi thêm, không tẩy xoá.', false),
  ('TT10-2026.CAPLAI', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, cấp lại văn bằng', 'Cấp lại khi văn bằng ghi sai do lỗi của cơ sở cấp, hoặc bản giấy mất, hỏng; số của hai văn bằng ghi dẫn chiếu lẫn nhau.', false),
  ('TT10-2026.BANSAO', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, bản sao từ sổ gốc', 'Bản sao cấp từ sổ gốc, có số và sổ cấp bản sao riêng; có giá trị như bản chính khi văn bằng gốc còn hiệu lực.', false),
  ('TT10-2026.TRAO', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, trao văn bằng', 'Người nhận ký nhận; nhận thay phải có uỷ quyền; trường giữ văn bằng chưa trao và danh sách của chúng.', false),
  ('TT10-2026.XACMINH', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, trả lời xác minh văn bằng', 'Cơ sở cấp trả lời yêu cầu xác minh văn bằng đã cấp. Số ngày trong bảng thời hạn là số tạm dùng cho đến khi đọc được văn bản chính thức.', false),
  ('TT10-2026.CSDL', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, cơ sở dữ liệu quốc gia về văn bằng', 'Cơ sở cấp đưa văn bằng lên cơ sở dữ liệu quốc gia theo danh mục trường bắt buộc của phụ lục; phụ lục chưa đọc được.', false),
  ('BLLD.112', '45/2019/QH14', 'Bộ luật Lao động 45/2019/QH14, Điều 112', 'Nghỉ lễ, tết hưởng nguyên lương: Tết Dương lịch, Tết Âm lịch, 30/4, 1/5, Quốc khánh 02 ngày, Giỗ Tổ Hùng Vương.', false);
