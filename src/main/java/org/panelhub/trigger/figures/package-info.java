/**
 * What the relevant bodies of an area publish of the community trigger (2014 Act, sections 104(2)(b) and 104(9)): the review procedure and whom to ask, and year by year the four numbers that the Act
 * names, plain and never suppressed, with further breakdowns in which small numbers are.
 *
 * <p>May use: {@code page}, {@code time}, {@code access}, {@code trigger.apply}, {@code trigger.procedure} and {@code trigger.rules}. Its own: nothing in the database but the doors
 * {@code access.trigger_published}, {@code access.trigger_figures} and {@code access.trigger_procedure}.
 */
package org.panelhub.trigger.figures;
