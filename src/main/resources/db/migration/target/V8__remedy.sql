-- Only programmes in use are missed by the figure.
update target.remedy set address = '/programmes?institution={institution}&integrated=no&state=PUBLISHED' where formula_code = 'CT03';
