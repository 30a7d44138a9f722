package org.panelhub.sharing.controller;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/** A time for which an information lead opened what its controller holds, and why. {@code usable} by the viewer, now. */
@TemplateData
public record ControllerAccess(UUID id, String who, String reason, Instant openedAt, Instant until, Boolean usable) {
}
