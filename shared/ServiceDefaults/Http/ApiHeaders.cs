using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace WebcareHub.ServiceDefaults;

/// <summary>Headers of the NL API Design Rules on every answer of an API, errors included; an address with a slash at its end is not ours.</summary>
internal static class ApiHeaders
{
    internal const string Version = "0.5.0";

    internal static void UseApiHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                PathString path = context.Request.Path;
                if (!Problems.Problems.IsApi(path))
                {
                    return next(context);
                }

                context.Response.OnStarting(Set, context.Response);
                if (path.Value!.EndsWith('/'))
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );

    private static Task Set(object state)
    {
        IHeaderDictionary headers = ((HttpResponse)state).Headers;
        headers["API-Version"] = Version;
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        }

        headers.StrictTransportSecurity = "max-age=31536000";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        return Task.CompletedTask;
    }
}
