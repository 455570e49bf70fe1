using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.EventStore;

/// <summary>One embedded file.</summary>
internal sealed record MigrationFile(string Name, string Sql, string Hash)
{
    private const string Folder = ".Migrations.";

    internal static IReadOnlyList<MigrationFile> Of(Assembly assembly) =>
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.Contains(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
                .Select(name => Read(assembly, name))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];

    private static MigrationFile Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        var name = resource[(resource.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
        return new MigrationFile(name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}
