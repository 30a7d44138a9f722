package org.panelhub.protocols;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A document as sent. No browser shows a chosen file again; its marking is kept. */
public class DocumentForm {

    @RestForm
    FileUpload file;

    @RestForm
    String marking;

    String marking() {
        return marking == null ? "" : marking;
    }
}
