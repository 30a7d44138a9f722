package org.panelhub.page;

import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Which drafts this page was filled from, so that its forms say that what they show is not saved. */
@RequestScoped
@Named("resumed")
public class Resumed {

    private final Set<String> forms = new HashSet<>();

    void add(String form) {
        forms.add(form);
    }

    public boolean has(String form) {
        return forms.contains(form);
    }
}
