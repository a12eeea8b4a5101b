# One recipe for all that we run: docker build --build-arg MODULE=booking-service .
# docker-compose.yml builds every module of it.

# The poms alone. Copied from here they look the same until one of them changes, and a new module needs no line below.
FROM maven:3-eclipse-temurin-25 AS poms
RUN --mount=type=bind,target=/context \
    mkdir /poms && cd /context && cp --parents --target-directory=/poms pom.xml */pom.xml .mvn/jvm.config

# What all services share. Made once for all of them, anew only when contracts, platform or a pom changes.
FROM maven:3-eclipse-temurin-25 AS shared
WORKDIR /build
ENV MAVEN_ARGS="-B -q -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true"
COPY --from=poms /poms ./
COPY contracts/src/main contracts/src/main
COPY platform/src/main platform/src/main
RUN --mount=type=cache,target=/root/.m2,sharing=locked mvn -pl platform -am package

# One module. Those that only its tests need are there by their pom alone.
FROM shared AS module
ARG MODULE
COPY ${MODULE}/src/main ${MODULE}/src/main
RUN --mount=type=cache,target=/root/.m2,sharing=locked mvn -pl ${MODULE} -am package \
 && cp ${MODULE}/target/${MODULE}.jar /application.jar

# Taken apart by how often its parts change.
FROM module AS layers
RUN java -Djarmode=tools -jar /application.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin rhomboid
WORKDIR /application
USER 10001:10001
# What an operator adds goes into JAVA_TOOL_OPTIONS; -Xmx there wins over the percentage here.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "application.jar"]

# A program that does its work and ends: --target command
FROM runtime AS command
COPY --from=module /application.jar ./

# A service; what is built when nothing else is asked for.
FROM runtime AS service
# The image has no curl, but its shell can ask by itself. Says what it heard; Docker keeps that with the check's result.
COPY --chmod=755 <<'SCRIPT' /usr/local/bin/is-ready
#!/bin/bash
exec 3<>"/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:?}" || exit 1
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
answer=$(timeout 4 cat <&3)
echo "${answer##*$'\n'}"
[[ $answer == HTTP/1.?\ 200* ]]
SCRIPT
HEALTHCHECK --interval=10s --timeout=5s --retries=3 --start-period=180s --start-interval=1s CMD ["is-ready"]
COPY --from=layers /layers/dependencies ./
COPY --from=layers /layers/snapshot-dependencies ./
COPY --from=layers /layers/application ./
