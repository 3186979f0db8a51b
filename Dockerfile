# PlanGraph as a container. docker-compose.yml runs it beside a Neo4j; docs/operations.md says how to run and back it up.

# The browser's libraries come through npm's registry (libman.json), and only this stage has Node.js.
FROM node:22-bookworm-slim AS libraries
WORKDIR /source
COPY libman.json ./
COPY tools ./tools
RUN node tools/restore-libs.mjs

# The same SDK as global.json.
FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /source
COPY . .
COPY --from=libraries /source/wwwroot/lib ./wwwroot/lib
RUN dotnet publish src/PlanGraph.Web --configuration Release --output /app -p:UseAppHost=false
RUN mkdir /data

# No shell and no package manager; "extra" for the languages and time zones that .NET takes from the system.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app ./
COPY --from=build --chown=1654:1654 /data /data
ENV ASPNETCORE_URLS=http://+:8080 \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_gcServer=0 \
    PlanGraph__Data=/data
USER 1654
EXPOSE 8080
VOLUME ["/data"]
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["dotnet", "PlanGraph.Web.dll", "health", "http://localhost:8080"]
ENTRYPOINT ["dotnet", "PlanGraph.Web.dll"]
