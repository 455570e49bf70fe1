using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.RulesOfEngagement;

/// <summary>What an entry says, whatever its place in the files: two releases with the same form of it did not change it.</summary>
internal static class EntryForm
{
    // Who keeps it and when it is looked at again changes nothing for whoever took it over.
    public static readonly string[] Housekeeping = ["owner", "reviewOn"];

    /// <summary>A short name for it: equal for equal forms.</summary>
    public static string Of(ParsedEntry entry)
    {
        var form = new StringBuilder().Append((int)entry.Mode).Append(entry.Scenario).Append('\n');
        foreach (
            var (name, field) in entry
                .Fields.Where(field => !Housekeeping.Contains(field.Key))
                .OrderBy(field => field.Key, StringComparer.Ordinal)
        )
        {
            form.Append(name).Append(field.Append ? "+=" : "=");
            Write(form, field.Node);
        }
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(form.ToString())).AsSpan(0, 16));
    }

    /// <summary>Each value is closed by its length, so that no two read alike.</summary>
    private static void Write(StringBuilder form, Node node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                form.Append('"').Append(scalar.Value).Append('"').Append(scalar.Value.Length);
                break;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    Write(form, item);
                }
                form.Append(']').Append(list.Items.Count);
                break;
            case MapNode map:
                foreach (var pair in map.Pairs)
                {
                    form.Append(pair.Key).Append(':');
                    Write(form, pair.Value);
                }
                form.Append('}').Append(map.Pairs.Count);
                break;
        }
    }
}
