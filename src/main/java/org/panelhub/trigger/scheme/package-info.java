/**
 * How a partnership takes applications for a case review: on which board they are reviewed, whom the public is told to ask (2014 Act, section 104(2)(b): the point of contact is published), and where to
 * turn after an appeal. An administrator says so; the public pages, the letters and keying in use it.
 *
 * <p>Its table is {@code hub.trigger_scheme}, one row a partnership, under {@code db/policy/R__65_triggers.sql}.
 */
package org.panelhub.trigger.scheme;
