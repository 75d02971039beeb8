package vn.lanhnghe.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.shared.Vietnamese;

/** Addresses as colleges publish them, with the wards and districts of before July 2025. */
@SpringBootTest
class OldAddressesTest {

    @Autowired
    OldAddresses oldAddresses;

    @Autowired
    JdbcClient jdbc;

    private List<String> codes(String address) {
        return oldAddresses.resolve(address).stream()
                .map(OldAddresses.Resolved::wardCode)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "65 Huỳnh Thúc Kháng, Bến Nghé, Q1 | 26740",
                "390 Hoàng Văn Thụ, P4 Tân Bình | 26968",
                "53 Võ Văn Ngân, Linh Chiểu, Thủ Đức | 26824",
                "235 Hoàng Sa, Tân Định, Q1; CS2 số 1 đường 17 Linh Chiểu | 26737",
                "05 Nam Quốc Cang, Phạm Ngũ Lão, Q1 | 26743",
                "232 Nguyễn Văn Hưởng, Thảo Điền | 27094",
                "416 Đường số 10, P9 Gò Vấp | 26898",
                "347A Nguyễn Thượng Hiền, P11 Q10 | 27190",
                "Lê Hồng Phong, Phú Hoà, TDM | 25750"
            })
    void a_ward_that_was_not_divided_leads_to_its_ward_of_today_with_certainty(String address, String ward) {
        var first = oldAddresses.resolve(address).getFirst();
        assertThat(first.wardCode()).isEqualTo(ward);
        assertThat(first.certain()).as(first.why()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "02 Mai Thị Lựu, Đa Kao, Q1; CS: 30 Nguyễn Văn Dung, P6 Gò Vấp; KĐT Tây Bắc, Tân An Hội, Củ Chi | 26737",
                "33 Vĩnh Viễn, Q10 | 27190",
                "215 Nguyễn Văn Luông, Q6 | 27364",
                "47 Cao Lỗ, Q8 | 27418",
                "252 Lý Chính Thắng, Q3 | 27142",
                "554 Hà Huy Giáp, Q12 | 26767",
                "15 Trần Văn Trà, Q7 | 27487",
                "502 Đỗ Xuân Hợp, Q9 | 26848",
                "20 Tăng Nhơn Phú, Q9 | 26848",
                "CVPM Quang Trung, Q12 | 26785",
                "Thuận An | 25969"
            })
    void a_divided_ward_or_a_district_alone_leads_to_all_it_may_be_and_none_for_certain(String address, String ward) {
        assertThat(codes(address)).contains(ward);
        assertThat(oldAddresses.resolve(address.split(";")[0])).noneMatch(OldAddresses.Resolved::certain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "390 Hoàng Văn Thụ, Phường 4, Quận Tân Bình, TP.HCM",
                "390 Hoàng Văn Thụ, P4, Tân Bình",
                "390 Hoàng Văn Thụ, P.4, Q. Tân Bình, Thành phố Hồ Chí Minh",
                "390 Hoàng Văn Thụ, F4, Q.Tân Bình, TPHCM",
                "390 Hoàng Văn Thụ P04 Tân Bình",
                "390 hoang van thu, phuong 4, tan binh",
                "390 Hoàng Văn Thụ - Phường 04 - Quận Tân Bình - Việt Nam"
            })
    void however_a_ward_and_its_district_are_written_they_are_the_same(String address) {
        assertThat(codes(address)).containsExactly("26968");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phường Phú Hòa, Thị xã Thủ Dầu Một, Tỉnh Bình Dương | 25750",
                "Thảo Điền, Quận 2 | 27094",
                "Thảo Điền, TP. Thủ Đức | 27094",
                "Dĩ An, Dĩ An, Bình Dương | 25942",
                "An Bình, TP Dĩ An | 25942",
                "P. Tân Phú, Quận 7 | 27487",
                "12 Lê Lợi, Tân Phú, Q.9 | 26842",
                "Phường 7, TP Vũng Tàu, Bà Rịa - Vũng Tàu | 26526",
                "Thị trấn Long Hải, huyện Long Điền, BRVT | 26662",
                "ấp 3, xã Phước Kiển, H. Nhà Bè | 27655",
                "Phường Sài Gòn, TP.HCM | 26740",
                "Phường Bình Thạnh, TP.HCM | 26929",
                "Xã Xà Bang, Châu Đức | 26596",
                "Huyện Côn Đảo | 26732"
            })
    void an_address_is_read_as_people_write_it(String address, String ward) {
        assertThat(codes(address)).isNotEmpty();
        assertThat(codes(address).getFirst()).as(address).isEqualTo(ward);
    }

    @Test
    void a_street_that_bears_a_ward_s_name_is_no_ward() {
        assertThat(codes("20 Tăng Nhơn Phú, Quận 3")).containsExactlyInAnyOrder("27142", "27139", "27154");
        assertThat(codes("15 Võ Thị Sáu, Quận 1")).hasSize(4);
    }

    @Test
    void a_ward_that_bears_the_name_of_two_old_ones_is_not_certain() {
        assertThat(oldAddresses.resolve("Phường An Phú")).hasSizeGreaterThan(2).noneMatch(it -> it.certain());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "12 đường không tên", "Phường 4", ";;;", "Hà Nội", "Lô 14 đường 5, CVPM Quang Trung"})
    void what_names_no_unit_has_no_answer(String address) {
        assertThat(oldAddresses.resolve(address)).isEmpty();
    }

    @Test
    void every_ward_of_today_has_old_units_and_the_folded_names_are_those_of_the_program() {
        assertThat(jdbc.sql("select count(distinct ward_code) from place.former_unit")
                        .query(Long.class)
                        .single())
                .isEqualTo(168);
        jdbc.sql("select name, name_folded, district, district_folded from place.former_unit")
                .query()
                .listOfRows()
                .forEach(it -> {
                    assertThat(Vietnamese.fold(String.valueOf(it.get("name"))))
                            .endsWith((String) it.get("name_folded"));
                    assertThat(Vietnamese.fold(String.valueOf(it.get("district"))))
                            .endsWith((String) it.get("district_folded"));
                });
        assertThat(jdbc.sql("select count(*) from place.former_unit where verified")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_old_unit_went_whole_to_one_ward_or_in_parts_to_several() {
        assertThat(jdbc.sql("""
                select name || ', ' || district from place.former_unit group by name, district
                having not (count(*) = 1 and not bool_or(part) or count(*) > 1 and bool_and(part))
                """).query(String.class).list()).isEmpty();
    }
}
