// Before any room's own styles, which stand beside it and rely on these: a page imports this module first.
import './base.css';
import './controls.css';
import './layout.css';
import './shared.css';
import '../ui/ui.css';
