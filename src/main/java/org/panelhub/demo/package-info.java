/**
 * What stands beside the hub on a developer's machine and in the demo: PostgreSQL, a real Keycloak and a mail
 * catcher. It starts them, says where they are, and stops what it started.
 *
 * <p>It uses no other room and owns no table. The production jar is built without it, and without the libraries it
 * needs.
 */
package org.panelhub.demo;
