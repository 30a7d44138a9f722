package org.panelhub.documents;

/** How large a file is, as people say it. */
public final class FileSize {

    private static final int KILO = 1024;
    private static final double TENTHS = 10.0;

    private FileSize() {
    }

    /**
     * "240 KB", "3.4 MB".
     *
     * @param bytes more than none
     */
    public static String text(long bytes) {
        if (bytes < (long) KILO * KILO) {
            return Math.max(1, Math.round((double) bytes / KILO)) + " KB";
        }
        var tenths = Math.round(bytes * TENTHS / KILO / KILO);
        return (tenths % (long) TENTHS == 0 ? String.valueOf(tenths / (long) TENTHS) : String.valueOf(tenths / TENTHS)) + " MB";
    }
}
