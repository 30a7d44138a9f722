/** Reminds those who answer for applications of clocks that end soon or have ended: nothing lapses unseen. It stores nothing. */
package org.panelhub.trigger.due;
