package org.panelhub.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

import org.apache.pdfbox.pdmodel.PDDocument;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/**
 * Makes a PDF from a template of ours: tagged for screen readers (PDF/UA-1), with title and language, its font embedded, and the marking
 * and page number on every page. The template includes {@code page/pdf} and is well-formed XML:
 *
 * <pre>
 * {#include page/pdf title="Minutes, 10 December 2026" marking="OFFICIAL-SENSITIVE"} &lt;h1&gt;...&lt;/h1&gt; &lt;p&gt;...&lt;/p&gt; {/include}
 * </pre>
 *
 * Nothing outside the template is ever fetched.
 */
@Singleton
public class Pdf {

    /** Liberation Sans, under the SIL Open Font License, as PDFBox brings it. Bold is drawn from the same face. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int NORMAL = 400;
    /** What XML 1.0 cannot hold, even escaped. */
    private static final Pattern UNREADABLE = Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    Pdf() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, java.util.logging.Level.WARNING));
    }

    /** The template as PDF. */
    public byte[] of(TemplateInstance template) {
        return ofXhtml(template.render());
    }

    private static byte[] ofXhtml(String xhtml) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans", NORMAL, FontStyle.NORMAL, true);
        builder.withProducer("Panel Hub");
        builder.withHtmlContent(UNREADABLE.matcher(xhtml).replaceAll(""), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be made", e);
        }
        return out.toByteArray();
    }
}
