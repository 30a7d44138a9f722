/** Reminds those who answer for applications of clocks that end soon or have ended, and of whom they have still to tell or to chase: nothing lapses unseen. It stores nothing. */
package org.panelhub.trigger.due;
