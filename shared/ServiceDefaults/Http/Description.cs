using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace WebcareHub.ServiceDefaults;

/// <summary>OpenAPI at <c>/api/v1/openapi.json</c>, open to everyone, by the NL API Design Rules.</summary>
internal static class Description
{
    private const string ProblemSchema = "ProblemDetails";

    internal static void AddDescription(this IServiceCollection services, string service) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
                options.AddDocumentTransformer((document, _, _) => Describe(document, service));
                options.AddOperationTransformer(AddErrors);
            }
        );

    internal static void MapDescription(this WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                if (context.Request.Path == $"{Api.Root}/openapi.json")
                {
                    context.Response.Headers.AccessControlAllowOrigin = "*";
                }

                return next(context);
            }
        );
        app.MapOpenApi($"{Api.Root}/openapi.json").AllowAnonymous();
    }

    private static Task Describe(OpenApiDocument document, string service)
    {
        document.Info = new OpenApiInfo
        {
            Title = $"WebcareHub {service}",
            Version = ApiHeaders.Version,
            Description = "Names are English; the published glossary gives the Dutch words.",
            Contact = new OpenApiContact
            {
                Name = "WebcareHub team",
                Email = "api@webcarehub.example",
                Url = new Uri("https://webcarehub.example/api"),
            },
        };
        document.Servers = [new OpenApiServer { Url = $"https://webcarehub.example{Api.Root}" }];
        OpenApiPaths paths = [];
        foreach ((string path, IOpenApiPathItem item) in document.Paths)
        {
            paths.Add(path[Api.Root.Length..], item);
        }

        document.Paths = paths;
        return Task.CompletedTask;
    }

    private static async Task AddErrors(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            // A parameter bound from a record's property carries the property's name; binding itself does not mind the case.
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name ?? "");
        }

        IOpenApiSchema problem = await ProblemAsync(context, ct);
        operation.Responses ??= [];
        foreach (int status in (int[])[400, 401, 403, 404, 409, 429, 500, 503])
        {
            operation.Responses.TryAdd($"{status}", new OpenApiResponse { Description = Phrase(status) });
        }

        foreach ((string status, IOpenApiResponse response) in operation.Responses)
        {
            if (response is not OpenApiResponse open)
            {
                continue;
            }

            open.Headers ??= new Dictionary<string, IOpenApiHeader>();
            open.Headers["API-Version"] = new OpenApiHeader
            {
                Description = "Full version of the API.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
            if (status[0] is '4' or '5')
            {
                open.Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } };
            }
        }
    }

    private static async Task<IOpenApiSchema> ProblemAsync(OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        OpenApiDocument document = context.Document!;
        if (document.Components?.Schemas?.ContainsKey(ProblemSchema) != true)
        {
            OpenApiSchema schema = await context.GetOrCreateSchemaAsync(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), null, ct);
            schema.Required = new HashSet<string> { "status", "title", "detail" };
            document.AddComponent(ProblemSchema, schema);
        }

        return new OpenApiSchemaReference(ProblemSchema, document);
    }

    private static string Phrase(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
