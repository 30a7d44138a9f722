/**
 * What a controller holds, for its information lead: also where a case is sealed, or shut to the members who entered it. Whoever answers for
 * it must be able to find, correct and hand it out. Opened for a stated reason and a few hours; each item read is on record.
 *
 * <p>May use: the rest of {@code sharing}, and the rooms that {@code sharing} may use. Its own: table {@code controller_access}, with its
 * policies and doors in {@code db/policy/R__17_controller.sql}.
 */
package org.panelhub.sharing.controller;
