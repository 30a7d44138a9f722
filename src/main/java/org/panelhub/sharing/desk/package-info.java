/**
 * The desk at which an agency enters what it knows, and decides item by item what it releases, to whom, and what it withholds: pages and
 * the API beside them.
 *
 * <p>May use: the rest of {@code sharing}, and the rooms that {@code sharing} may use. Owns no table.
 */
package org.panelhub.sharing.desk;
