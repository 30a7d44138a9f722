package org.panelhub.journeys;

import java.util.Map;

/**
 * Who plays a story: its parts, such as {@code police}, are the same in every partnership, the accounts and names are not.
 *
 * @param accounts what stands before a part in the name of its account; empty in the demo
 * @param agencies by part, the agency as it is spoken of in a meeting
 * @param services by part, the agency's whole name
 * @param names by part, the person
 */
record Cast(String accounts, Map<String, String> agencies, Map<String, String> services, Map<String, String> names) {

    String account(String part) {
        return accounts + part;
    }
}
