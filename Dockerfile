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

# The web app, as files.
FROM node:22-bookworm-slim AS web
WORKDIR /web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-progress
COPY web ./
RUN npm run build

# Taken apart by how often its parts change.
FROM module AS layers
RUN java -Djarmode=tools -jar /application.jar extract --layers --destination /layers

# What a JVM needs of a system, under /system: itself, the libraries it is linked with, and names of user and name service.
FROM eclipse-temurin:25-jre AS system
RUN mkdir -p /system/opt/java /system/etc /system/application && mkdir -m 1777 /system/tmp \
 && cp -a /opt/java/openjdk /system/opt/java/ \
 && cp --remove-destination -L /opt/java/openjdk/lib/security/cacerts /system/opt/java/openjdk/lib/security/ \
 && find /opt/java/openjdk -name '*.so' -exec ldd {} + | sed -n 's/^.* => \(\/[^ ]*\) .*/\1/p; s/^[[:space:]]*\(\/[^ ]*ld-linux[^ ]*\) .*/\1/p' \
  | grep -v '^/opt/java' | sort -u | xargs cp -L --parents --target-directory=/system \
 && echo 'rhomboid:x:10001:10001::/application:' >/system/etc/passwd && echo 'rhomboid:x:10001:' >/system/etc/group \
 && echo 'hosts: files dns' >/system/etc/nsswitch.conf

# There is nothing in the image that could ask the service how it is, so a class does: as quick as a JVM starts.
FROM maven:3-eclipse-temurin-25 AS check
COPY <<'JAVA' /check/IsReady.java
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says what the service answers when asked whether it is ready; ends with 0 if it is. */
final class IsReady {
    public static void main(String[] arguments) throws IOException {
        try (var socket = new Socket("127.0.0.1", Integer.parseInt(System.getenv("MANAGEMENT_SERVER_PORT")))) {
            socket.setSoTimeout(4_000);
            socket.getOutputStream().write("GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes());
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(answer.substring(answer.indexOf("\r\n\r\n") + 4));
            System.exit(answer.startsWith(" 200", "HTTP/1.1".length()) ? 0 : 1);
        }
    }
}
JAVA
RUN javac /check/IsReady.java && rm /check/IsReady.java

# No shell, no package manager, no user but one who owns nothing.
FROM scratch AS runtime
COPY --from=system /system /
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin LANG=C.UTF-8
WORKDIR /application
USER 10001:10001
# What an operator adds goes into JAVA_TOOL_OPTIONS; -Xmx there wins over the percentage here.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "application.jar"]

# A program that does its work and ends: --target command
FROM runtime AS command
COPY --from=module /application.jar ./
ARG MODULE VERSION=unreleased REVISION= CREATED=
LABEL org.opencontainers.image.title="Rhomboid ${MODULE}" org.opencontainers.image.vendor="Rhomboid" \
      org.opencontainers.image.licenses="Apache-2.0" org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" org.opencontainers.image.created="${CREATED}"

FROM runtime AS served
COPY --from=check /check /check
# Docker keeps what it says with the check's result.
HEALTHCHECK --interval=30s --timeout=15s --retries=3 --start-period=300s --start-interval=5s \
  CMD ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx16m", "-cp", "/check", "IsReady"]
COPY --from=layers /layers/dependencies ./
COPY --from=layers /layers/snapshot-dependencies ./
COPY --from=layers /layers/application ./
ARG MODULE VERSION=unreleased REVISION= CREATED=
LABEL org.opencontainers.image.title="Rhomboid ${MODULE}" org.opencontainers.image.vendor="Rhomboid" \
      org.opencontainers.image.licenses="Apache-2.0" org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" org.opencontainers.image.created="${CREATED}"

# The gateway, with the web app beside it: --target gateway
FROM served AS gateway
COPY --from=web /web/target/dist /web
ENV WEB_FOLDER=/web

# A service; what is built when nothing else is asked for.
FROM served AS service
