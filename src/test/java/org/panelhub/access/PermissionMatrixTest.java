package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.panelhub.identity.Role;

/** The matrix that people read is the matrix that decides. */
class PermissionMatrixTest {

    @Test
    void thePageSaysWhatTheMatrixDecides() throws IOException {
        var matrix = "## Permissions\n\n| permission | who may |\n|---|---|\n" + Arrays.stream(Permission.values())
                .map(permission -> "| %s | %s |\n".formatted(permission.words(), permission.roles().stream().map(Role::label).collect(Collectors.joining(", ")).toLowerCase()))
                .collect(Collectors.joining());
        Files.writeString(Path.of("target", "permissions.md"), matrix);
        assertTrue(Files.readString(Path.of("docs/access.md")).endsWith(matrix), "docs/access.md should end with target/permissions.md");
    }

    @Test
    void anAdministratorSetsThingsUpAndNothingElse() {
        assertEquals("[SET_UP]", Arrays.stream(Permission.values()).filter(permission -> permission.roles().contains(Role.ADMINISTRATOR)).toList().toString());
    }
}
