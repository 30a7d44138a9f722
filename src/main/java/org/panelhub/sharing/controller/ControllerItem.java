package org.panelhub.sharing.controller;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * One of a controller's own items, as its information lead is shown it.
 *
 * @param shut "sealed", or null
 * @param body null in a list: what it says is read one by one
 * @param withheld the reason for not releasing it, or null
 */
@TemplateData
public record ControllerItem(UUID id, String agency, String author, String panel, String reference, String shut, String nature, String state, Instant madeAt, LocalDate sourceDate, String body,
        String marking, String handlingCode, String handlingConditions, String withheld) {

    public String natureText() {
        return nature.equals("FACT") ? "Fact" : "Opinion";
    }

    public String stateText() {
        return switch (state) {
            case "RELEASED" -> "Released";
            case "WITHHELD" -> "Withheld";
            case "WITHDRAWN" -> "Withdrawn";
            default -> "Prepared";
        };
    }
}
