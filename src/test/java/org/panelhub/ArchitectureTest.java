package org.panelhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;

/**
 * The house: which room stands on which floor, and what no room may do. {@link #FLOORS} is the only place that states the order; a room
 * is added, split or moved by changing it in the same commit. The picture in docs/rooms.md is written by this test.
 */
class ArchitectureTest {

    /** From the top floor down. A room uses rooms on lower floors, and on its own floor only rooms to its left. */
    static final List<List<String>> FLOORS = List.of(
            List.of("web", "demo"),
            List.of("returns", "oversight", "records", "exchange"),
            List.of("trigger", "tasking"),
            List.of("meetings", "room", "minutes"),
            List.of("actions", "plans", "letters"),
            List.of("people", "risk", "cases", "referrals", "sharing", "documents"),
            List.of("partnership", "panels", "protocols"),
            List.of("time", "identity", "access", "audit", "page", "notify", "live"));

    private static final String ROOT = "org.panelhub";
    private static final Path SOURCES = Path.of("src/main/java/org/panelhub");
    private static final Path PICTURE = Path.of("docs/rooms.md");
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPath(Path.of("target/classes/org/panelhub"));

    @Test
    void everyRoomHasItsPlaceOnAFloor() throws IOException {
        Set<String> placed = FLOORS.stream().flatMap(List::stream).collect(Collectors.toSet());
        assertEquals(placed.size(), FLOORS.stream().mapToInt(List::size).sum(), "a room stands twice");
        assertEquals(Set.of(), rooms().stream().filter(r -> !placed.contains(r)).collect(Collectors.toSet()), "rooms without a floor");
    }

    @Test
    void noRoomUsesARoomAboveItOrToItsRight() {
        Set<String> upward = new TreeSet<>();
        for (JavaClass user : CLASSES) {
            user.getDirectDependenciesFromSelf().stream().map(d -> d.getTargetClass()).filter(used -> used.getPackageName().startsWith(ROOT)).forEach(used -> {
                String from = room(user);
                String to = room(used);
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to) && !mayUse(from, to)) {
                    upward.add(from + " uses " + to + ": " + user.getSimpleName() + " -> " + used.getSimpleName());
                }
            });
        }
        assertEquals(Set.of(), upward);
    }

    @Test
    void everyRoomHasItsCharter() throws IOException {
        for (String room : rooms()) {
            Path charter = SOURCES.resolve(room).resolve("package-info.java");
            assertTrue(Files.exists(charter), room + " has no package-info.java");
            assertTrue(Files.readString(charter).contains("/**"), room + " has an empty charter");
        }
    }

    @Test
    void thePictureOfTheHouseIsUpToDate() throws IOException {
        String now = picture();
        String before = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
        if (!now.equals(before)) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, now);
        }
        assertEquals(now, before, "docs/rooms.md was out of date; it has been written, commit it");
    }

    @Test
    void everyEndpointSaysWhoMayOpenIt() {
        Set<String> silent = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            for (JavaMethod method : each.getMethods()) {
                boolean endpoint = method.getAnnotations().stream().anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
                if (endpoint && Stream.of(Authenticated.class, PermitAll.class, RolesAllowed.class).noneMatch(a -> saysSo(each, method, a))) {
                    silent.add(method.getFullName());
                }
            }
        }
        assertEquals(Set.of(), silent);
    }

    @Test
    void templatesReceiveRecordsAndNeverEntities() {
        Set<String> entities = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            if (each.isAnnotatedWith(CheckedTemplate.class)) {
                for (Method template : each.reflect().getDeclaredMethods()) {
                    for (Type parameter : template.getGenericParameterTypes()) {
                        collectEntities(parameter, new HashSet<>()).forEach(e -> entities.add(template + " shows " + e));
                    }
                }
            }
        }
        assertEquals(Set.of(), entities);
    }

    @Test
    void nothingUnderTheRuleIsCached() {
        Set<String> caching = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            Stream.concat(Stream.of(each.getAnnotations()), each.getMethods().stream().map(JavaMethod::getAnnotations)).flatMap(Set::stream)
                    .map(a -> a.getRawType().getName()).filter(a -> a.startsWith("io.quarkus.cache.") || a.endsWith(".Cacheable") || a.equals("org.hibernate.annotations.Cache"))
                    .forEach(a -> caching.add(each.getName() + " " + a));
        }
        assertEquals(Set.of(), caching);
    }

    @Test
    void sqlIsNeverPutTogetherFromWhatSomeoneTyped() throws IOException {
        Set<String> joined = new TreeSet<>();
        for (Path source : files(SOURCES, ".java")) {
            // Starts the throwaway neighbours from constants, before there is a hub.
            if (!source.startsWith(SOURCES.resolve("demo"))) {
                SqlText.joined(Files.readString(source)).forEach(part -> joined.add(source.getFileName() + ": " + part));
            }
        }
        assertEquals(Set.of(), joined);
    }

    @Test
    void templatesHoldNothingRawAndNothingInline() throws IOException {
        Pattern forbidden = Pattern.compile("\\.raw\\b|<script(?![^>]*\\bsrc=)|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*[\"']|javascript:", Pattern.CASE_INSENSITIVE);
        Pattern form = Pattern.compile("<form\\b(?![^>]*method=\"get\")", Pattern.CASE_INSENSITIVE);
        Set<String> found = new TreeSet<>();
        for (Path template : files(Path.of("src/main/resources/templates"), ".html")) {
            String text = Files.readString(template).replaceAll("(?s)\\{!.*?!}", "");
            Matcher inline = forbidden.matcher(text);
            while (inline.find()) {
                found.add(template + ": " + inline.group());
            }
            // A document for print carries its own style; it is never sent to a browser.
            if (text.contains("<style") && !template.getFileName().toString().equals("pdf.html")) {
                found.add(template + ": style");
            }
            if (form.matcher(text).find() && !template.endsWith("tags/form.html")) {
                found.add(template + ": a form without its token; use {#form}");
            }
        }
        assertEquals(Set.of(), found);
    }

    private static boolean saysSo(JavaClass type, JavaMethod method, Class<? extends Annotation> who) {
        return method.isAnnotatedWith(who) || type.isAnnotatedWith(who);
    }

    private static boolean mayUse(String from, String to) {
        int floor = floor(from);
        int below = floor(to);
        return below > floor || below == floor && FLOORS.get(floor).indexOf(to) < FLOORS.get(floor).indexOf(from);
    }

    private static int floor(String room) {
        for (int i = 0; i < FLOORS.size(); i++) {
            if (FLOORS.get(i).contains(room)) {
                return i;
            }
        }
        throw new AssertionError("The room " + room + " stands on no floor");
    }

    /** The room of a class; empty for what stands at the root and only starts the hub. */
    private static String room(JavaClass each) {
        String name = each.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
    }

    private static Set<String> rooms() throws IOException {
        try (Stream<Path> directories = Files.list(SOURCES)) {
            return directories.filter(Files::isDirectory).map(d -> d.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Path> files(Path under, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(under)) {
            return all.filter(f -> f.toString().endsWith(ending)).toList();
        }
    }

    private static Set<String> collectEntities(Type type, Set<Type> seen) {
        Set<String> found = new TreeSet<>();
        if (!seen.add(type)) {
            return found;
        }
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(t -> found.addAll(collectEntities(t, seen)));
            found.addAll(collectEntities(generic.getRawType(), seen));
        } else if (type instanceof Class<?> c && c.getName().startsWith(ROOT)) {
            if (c.isAnnotationPresent(Entity.class)) {
                found.add(c.getName());
            } else if (c.isRecord()) {
                for (RecordComponent component : c.getRecordComponents()) {
                    found.addAll(collectEntities(component.getGenericType(), seen));
                }
            }
        }
        return found;
    }

    private static String picture() throws IOException {
        Set<String> rooms = rooms();
        StringBuilder text = new StringBuilder("""
                # Rooms

                Written by `ArchitectureTest` from its table `FLOORS` and the charters (`package-info.java`); do not edit.
                A room uses rooms on lower floors, and on its own floor only rooms to its left.

                | floor | room | what it is for |
                |---|---|---|
                """);
        for (int i = 0; i < FLOORS.size(); i++) {
            for (String room : FLOORS.get(i)) {
                if (rooms.contains(room)) {
                    text.append("| ").append(FLOORS.size() - 1 - i).append(" | `").append(room).append("` | ").append(firstSentence(room)).append(" |\n");
                }
            }
        }
        return text.toString();
    }

    private static String firstSentence(String room) throws IOException {
        String charter = Files.readString(SOURCES.resolve(room).resolve("package-info.java"));
        String prose = charter.substring(charter.indexOf("/**") + 3, charter.indexOf("*/")).replaceAll("(?m)^\\s*\\*", "")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`").replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
        int end = prose.indexOf(". ");
        return (end < 0 ? prose : prose.substring(0, end + 1)).replace("|", "/");
    }
}
