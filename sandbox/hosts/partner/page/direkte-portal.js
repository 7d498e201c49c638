/** What only the page itself needs, not the window that signs in. */
import 'selvbetjening-elements/ss-portal.js';
export { connect } from 'selvbetjening-elements';
