/**
 * The gate. What a viewer may see is decided in PostgreSQL ({@code db/policy}); this room carries the viewer there, once a transaction,
 * refuses to start when the rule in the database is not the one in the manifest, and holds the one matrix of what a role may do.
 *
 * <p>May use: {@code time}, {@code identity}. Its own: schema {@code access}, every policy, {@code db/policy/manifest.txt}.
 */
package org.panelhub.access;
