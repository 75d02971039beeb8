package vn.lanhnghe.target;

import java.math.BigDecimal;

/** From which share of the threshold, in percent, a value is "có nguy cơ" rather than "chậm". */
public record StatusRule(BigDecimal atRiskFrom, String note) {}
