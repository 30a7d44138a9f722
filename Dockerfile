# Two stages: the build with everything Maven brings, and what serves: a Java runtime and the production jar.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY db db
COPY src src
# Keycloak is a neighbour of the demo and the tests only.
RUN ./mvnw -B -ntp package -DskipTests -Dmdep.skip=true

FROM eclipse-temurin:25-jre
# Nobody in particular: no home, no shell, no password.
RUN groupadd --system --gid 10001 hub && useradd --system --uid 10001 --gid hub --no-create-home --shell /usr/sbin/nologin hub \
 && apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /hub
COPY --from=build --chown=root:root /source/target/quarkus-app/ ./
USER 10001:10001
EXPOSE 8080
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
# Alive, not ready: while PostgreSQL is away a restart would not bring it back.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD curl -fsS http://localhost:9000/q/health/live > /dev/null || exit 1
# docker run IMAGE migrate   brings the database up to date and ends
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
CMD ["serve"]
