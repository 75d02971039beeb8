package vn.lanhnghe.indicator.formula;

import java.util.List;

/** One thing asked of every fact of a term; all conditions of a term hold together. */
public record Condition(long id, FactSet.Field field, Operator operator, List<String> values) {

    public String said() {
        return operator.said(field, values);
    }
}
