/**
 * The record: every read, write and refusal. Writes are recorded by triggers; reads are collected here and written in the reading
 * transaction; refusals are written after the refused one; who signs in and out, beside the request. Whoever saves second is told from it who
 * was first. Sealing and verifying it is {@code audit.seal}.
 *
 * <p>May use: {@code time}, {@code identity}, {@code access}. Its own: schema {@code audit}.
 */
package org.panelhub.audit;
