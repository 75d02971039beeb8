package vn.lanhnghe.law;

import java.util.Collection;
import java.util.List;

/** What of a module rests on clauses; every module with rules, deadlines or figures has a bean of this type. */
public interface Reliant {

    List<Reliance> listReliances(Collection<String> clauseCodes);

    /** Something that rests on a clause: its kind (Chỉ tiêu, Giấy chứng nhận …), its name, and where it can be seen. */
    record Reliance(String kind, String label, String address, String clauseCode) {}
}
