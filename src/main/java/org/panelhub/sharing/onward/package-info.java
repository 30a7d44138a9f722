/**
 * Onward use: a recipient asks the originator whether it may use an item further, or in evidence, and the originator answers.
 *
 * <p>May use: the rest of {@code sharing} but {@code desk}, {@code notify}, and the rooms that {@code sharing} may use. Its own: table
 * {@code onward_request} with its policies in {@code db/policy/R__41_disclosure.sql}, and the door {@code access.onward_told}.
 */
package org.panelhub.sharing.onward;
