// Betters pages that already work without it: asks before heavy acts, closes the drawer, counts the chosen rows.
import { confirmFirst } from "./confirm.js";
import { drawer } from "./drawer.js";
import { once, loadingBar } from "./wait.js";
import { selection } from "./selection.js";

drawer();
confirmFirst();
once();
loadingBar();
selection();
document.querySelector("[role=alert].errors")?.focus();
