package org.panelhub.journeys;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody without an account goes through the public form, page by page, answering what each page asks. */
final class Applying {

    private static final Pattern REFERENCE = Pattern.compile("RV-T[A-Z2-9]{6}");
    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");

    /** One time that somebody was told. */
    record Report(String what, String to, LocalDate happened, LocalDate reported, String reference) {
    }

    /** What the applicant is given at the end. */
    record Given(String reference, String code) {
    }

    private final Page page;

    Applying(Page page) {
        this.page = page;
    }

    /** From the first page to the number and the code. */
    Given applies(Map<String, String> answers, List<Report> reports) {
        page.navigate("/community-trigger");
        press("Start now");
        Deque<Report> left = new ArrayDeque<>(reports);
        for (int n = 0; n < 40 && !at("/check"); n++) {
            if (at("/apply/report/")) {
                told(left.removeFirst());
            } else if (page.locator("input[name=more]").count() > 0) {
                page.locator("input[name=more][value=" + (left.isEmpty() ? "no" : "yes") + "]").check();
            } else {
                answers.forEach(this::answer);
            }
            press("Continue");
        }
        page.locator("input[name=sure]").check();
        press("Send");
        var text = page.locator("main").innerText();
        return new Given(first(REFERENCE, text), first(CODE, text));
    }

    private void told(Report report) {
        answer("what", report.what);
        answer("reportedTo", report.to);
        answer("reference", report.reference);
        date("happenedOn", report.happened);
        date("reportedOn", report.reported);
    }

    private void answer(String name, String value) {
        var field = page.locator("main [name='" + name + "']");
        if (field.count() == 0) {
            return;
        }
        var type = field.first().getAttribute("type");
        if ("radio".equals(type) || "checkbox".equals(type)) {
            page.locator("main [name='" + name + "'][value='" + value + "']").check();
        } else {
            field.first().fill(value);
        }
    }

    private void date(String name, LocalDate day) {
        answer(name + "-day", Integer.toString(day.getDayOfMonth()));
        answer(name + "-month", Integer.toString(day.getMonthValue()));
        answer(name + "-year", Integer.toString(day.getYear()));
    }

    private boolean at(String part) {
        return page.url().contains(part);
    }

    private void press(String words) {
        page.locator("main button").filter(new Locator.FilterOptions().setHasText(words)).first().click();
        page.waitForLoadState();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("Neither number nor code stands on the page: " + text);
        }
        return found.group();
    }
}
