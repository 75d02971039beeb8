-- As scope.keeps: policies ask these, and none of them writes.
alter function learning.own_learners() parallel safe;
alter function learning.own_enrolments() parallel safe;
