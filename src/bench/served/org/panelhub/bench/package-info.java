/**
 * What the measured application has besides: one switch, {@code hub.bench.bare}, that makes a process the baseline, without the rule and without
 * the record. Built into {@code target/bench} by the Maven profile {@code bench} alone, and found in no other jar.
 *
 * <p>May use: {@code access}, {@code audit}, {@code identity}.
 */
package org.panelhub.bench;
