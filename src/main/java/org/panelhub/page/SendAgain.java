package org.panelhub.page;

import java.util.ArrayList;
import java.util.List;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

import io.vertx.ext.web.RoutingContext;

/**
 * What somebody typed into a form that the hub could not take just then, so that one press sends it once more: a database that was away
 * for a minute must not cost anybody their words. Only of forms without files, which a browser would not give back.
 *
 * @param path where the form was sent, with its query
 * @param values every value in the order in which it was sent, without the token against forged requests, which the new form has anew
 */
record SendAgain(String path, List<Value> values) {

    /** One value of the form. */
    record Value(String name, String text) {
    }

    /** Of the request that is being answered; null where it sent no such form. */
    static SendAgain of(RoutingContext request, String token) {
        var current = CurrentRequestManager.get();
        var form = current == null ? null : current.getFormData();
        if (form == null) {
            return null;
        }
        List<Value> values = new ArrayList<>();
        for (String name : form) {
            for (var value : form.get(name)) {
                if (value.isFileItem()) {
                    return null;
                }
                if (!name.equals(token)) {
                    values.add(new Value(name, value.getValue()));
                }
            }
        }
        return new SendAgain(request.request().uri(), values);
    }
}
