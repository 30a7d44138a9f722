package org.panelhub.hostile;

/** What somebody may type who means harm: each kind with the string that would do it. */
enum Hostile {

    SQL("x') or 1=1; drop table hub.item cascade; --"),
    SQL_LIKE("%' or ''='$1?1:id\\"),
    HTML("\"'></textarea></title><hz-x onclick=hz>{inject:layout.name}{7*7}</hz-x>"),
    CSV("=HYPERLINK(\"http://hz.example\",\"hz\")"),
    HEADER("hz\r\nSet-Cookie: hz=1\r\nX-Hz: 1\r\n\r\nhz"),
    PATH("../../../../etc/passwd"),
    NUL("hz\u0000hz\u202e\ufeff"),
    NUMBER("-99999999999999999999"),
    LONG("hz".repeat(12_000));

    private final String text;

    Hostile(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
