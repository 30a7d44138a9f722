package org.panelhub.page;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Says in the API's description, once for all operations, what the headers mean that many of them have, and how they refuse. An operation
 * has a header because its method takes it.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Description implements OASFilter {

    @Override
    public PathItem filterPathItem(PathItem path) {
        boolean changed = path.getOperations().values().stream().anyMatch(o -> takes(o, IfMatch.HEADER));
        path.getOperations().forEach((method, operation) -> {
            if (method == PathItem.HttpMethod.GET && changed) {
                tagged(operation, "200");
            }
            if (takes(operation, IfMatch.HEADER)) {
                changing(operation, method != PathItem.HttpMethod.POST);
            }
            if (takes(operation, Idempotency.HEADER)) {
                creating(operation);
            }
        });
        return path;
    }

    private static void changing(Operation operation, boolean replacing) {
        header(operation, IfMatch.HEADER).description("The ETag of what you read, as it was answered, or * for whatever stands now." + (replacing ? " Needed." : ""));
        tagged(operation, "200");
        problem(operation, "412", "It is not what you read any more; \"present\" is what stands now, as far as you may see it.");
        problem(operation, "428", "If-Match was not sent where it is needed.");
    }

    private static void creating(Operation operation) {
        header(operation, Idempotency.HEADER).description("Names this call, such as with a random UUID: sent again with the same key, it makes nothing twice and shows what it made. Kept for a week.");
        var made = OASFactory.createAPIResponse().description("Made, or made before by the same call.");
        made.addHeader("Location", OASFactory.createHeader().description("Its address.").schema(text()));
        var before = operation.getResponses().getAPIResponse("201");
        made.setContent(before == null ? null : before.getContent());
        operation.getResponses().removeAPIResponse("200");
        operation.getResponses().addAPIResponse("201", made);
        problem(operation, "409", "It does not fit how things stand, or the same call is still being carried out.");
        problem(operation, "422", "Some fields are not right, each named in \"errors\"; or the key was used for another call.");
    }

    private static void tagged(Operation operation, String status) {
        var answer = operation.getResponses().getAPIResponse(status);
        if (answer != null) {
            answer.addHeader("ETag", OASFactory.createHeader().description("Names the state of the thing, to be sent back as If-Match.").schema(text()));
        }
    }

    private static void problem(Operation operation, String status, String description) {
        APIResponse answer = OASFactory.createAPIResponse().description(description);
        answer.setContent(OASFactory.createContent().addMediaType(Problems.PROBLEM, OASFactory.createMediaType()));
        operation.getResponses().addAPIResponse(status, answer);
    }

    private static boolean takes(Operation operation, String name) {
        return operation.getParameters() != null && operation.getParameters().stream().anyMatch(p -> isHeader(p, name));
    }

    private static Parameter header(Operation operation, String name) {
        return operation.getParameters().stream().filter(p -> isHeader(p, name)).findFirst().orElseThrow();
    }

    private static boolean isHeader(Parameter parameter, String name) {
        return parameter.getIn() == Parameter.In.HEADER && name.equals(parameter.getName());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
