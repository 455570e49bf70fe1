namespace WebcareHub.RulesOfEngagement;

/// <summary>Personal data in a text.</summary>
/// <param name="Kind">bsn, iban, phone, email, postcode or licence-plate.</param>
public readonly record struct PersonalDataFound(string Kind, int Start, int Length);

/// <summary>Finds personal data, so that it is not sent by accident.</summary>
public static class PersonalDataScan
{
    /// <summary>The kinds in the order of their bits in <see cref="Scan"/>.</summary>
    internal static readonly string[] Kinds = ["bsn", "iban", "phone", "email", "postcode", "licence-plate"];

    /// <summary>Lower-case words of two letters that follow a number in ordinary sentences.</summary>
    private const string ShortWords = " al de en er ga he ik in is je ja ma me na nu of om op te uw wa we wo ze zo ";

    private enum Kind
    {
        Bsn,
        Iban,
        Phone,
        Email,
        Postcode,
        LicencePlate,
    }

    /// <summary>What is found, in order of place. A number counts as BSN or IBAN only with a correct check.</summary>
    public static IReadOnlyList<PersonalDataFound> Find(string? text)
    {
        var found = new List<PersonalDataFound>();
        Scan(text, found);
        return found;
    }

    /// <summary>A bit per kind found.</summary>
    internal static int Scan(ReadOnlySpan<char> text, List<PersonalDataFound>? found = null)
    {
        var kinds = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsStart(text, i))
            {
                continue;
            }
            var (kind, length) = Recognise(text, i);
            if (length == 0)
            {
                continue;
            }
            kinds |= 1 << (int)kind;
            found?.Add(new PersonalDataFound(Kinds[(int)kind], i, length));
            i += length - 1;
        }
        return kinds;
    }

    private static bool IsStart(ReadOnlySpan<char> text, int i) =>
        (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '+' or '(') && (i == 0 || !char.IsLetterOrDigit(text[i - 1]));

    private static (Kind Kind, int Length) Recognise(ReadOnlySpan<char> text, int i)
    {
        var rest = text[i..];
        if (EmailLength(rest) is > 0 and var email)
        {
            return (Kind.Email, email);
        }
        if (IbanLength(rest) is > 0 and var iban)
        {
            return (Kind.Iban, iban);
        }
        if (PlateLength(rest) is > 0 and var plate)
        {
            return (Kind.LicencePlate, plate);
        }
        var (kind, length) = Number(rest);
        return length > 0 ? (kind, length) : (Kind.Postcode, PostcodeLength(rest));
    }

    private static int EmailLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_' or '-' or '+' or '%'))
        {
            at++;
        }
        if (at == 0 || at >= text.Length || text[at] != '@')
        {
            return 0;
        }
        var (end, dot) = (at + 1, 0);
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            dot = text[end] == '.' && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1]) ? end : dot;
            end++;
        }
        return dot > at + 1 ? end - (text[end - 1] == '.' ? 1 : 0) : 0;
    }

    /// <summary>ISO 13616: country, check digits, then 11 to 30 letters or digits, maybe in groups; the whole is 1 modulo 97.</summary>
    private static int IbanLength(ReadOnlySpan<char> text)
    {
        if (
            text.Length < 15
            || !char.IsAsciiLetter(text[0])
            || !char.IsAsciiLetter(text[1])
            || !char.IsAsciiDigit(text[2])
            || !char.IsAsciiDigit(text[3])
        )
        {
            return 0;
        }
        Span<char> plain = stackalloc char[34];
        var (count, end) = (0, 0);
        for (var i = 0; i < text.Length && count < plain.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                plain[count++] = char.ToUpperInvariant(text[i]);
                var closed = i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]);
                end = closed && count >= 15 && PassesMod97(plain[..count]) ? i + 1 : end;
            }
            else if (text[i] is not (' ' or '.' or '-') || !char.IsAsciiLetterOrDigit(text[i - 1]))
            {
                break;
            }
        }
        return end;
    }

    private static bool PassesMod97(ReadOnlySpan<char> iban)
    {
        var rest = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = iban[(i + 4) % iban.Length];
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }
        return rest == 1;
    }

    /// <summary>Three groups with dashes, six letters and digits together, each group of one sort.</summary>
    private static int PlateLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 8 || (text.Length > 8 && (char.IsLetterOrDigit(text[8]) || text[8] == '-')))
        {
            return 0;
        }
        var (dashes, letters, digits) = (0, 0, 0);
        for (var i = 0; i < 8; i++)
        {
            var c = text[i];
            if (c == '-')
            {
                dashes++;
            }
            else if (
                !char.IsAsciiLetterOrDigit(c) || (i > 0 && text[i - 1] != '-' && char.IsAsciiDigit(text[i - 1]) != char.IsAsciiDigit(c))
            )
            {
                return 0;
            }
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
        }
        return dashes == 2 && letters >= 2 && digits >= 1 && text[7] != '-' && !text[..8].Contains("--", StringComparison.Ordinal) ? 8 : 0;
    }

    /// <summary>The longest run of digit groups from here that is a BSN or a phone number.</summary>
    private static (Kind Kind, int Length) Number(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[15];
        var plus = text[0] == '+';
        var (count, best, kind) = (0, 0, Kind.Phone);
        for (var i = plus ? 1 : 0; i < text.Length && count < digits.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                if (text[i] is not (' ' or '-' or '.' or '(' or ')' or '/') || (i > 1 && IsGap(text[i - 1]) && IsGap(text[i - 2])))
                {
                    break;
                }
                continue;
            }
            digits[count++] = text[i];
            if (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
            {
                if (char.IsLetter(text[i + 1]))
                {
                    break;
                }
                continue;
            }
            if (Classify(digits[..count], plus) is { } found)
            {
                (best, kind) = (i + 1, found);
            }
        }
        return (kind, best);
    }

    private static bool IsGap(char c) => !char.IsAsciiDigit(c);

    private static Kind? Classify(ReadOnlySpan<char> digits, bool plus)
    {
        var dutch = digits.Length == 10 && digits[0] == '0' && digits[1] != '0';
        var abroad = plus ? digits.Length >= 10 : digits.Length >= 12 && digits.StartsWith("00");
        return dutch || abroad ? Kind.Phone
            : digits.Length == 9 && !plus && PassesElevenTest(digits) ? Kind.Bsn
            : null;
    }

    /// <summary>Nine digits weighted 9, 8, … 2, -1; the sum is a multiple of eleven and not zero.</summary>
    internal static bool PassesElevenTest(ReadOnlySpan<char> digits)
    {
        var sum = -(digits[8] - '0');
        for (var i = 0; i < 8; i++)
        {
            sum += (9 - i) * (digits[i] - '0');
        }
        return sum % 11 == 0 && digits.ContainsAnyExcept('0');
    }

    private static int PostcodeLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 6 || text[0] == '0' || text[..4].ContainsAnyExceptInRange('0', '9'))
        {
            return 0;
        }
        var letters = text[4] == ' ' ? 5 : 4;
        var end = letters + 2;
        var fits =
            text.Length >= end
            && char.IsAsciiLetter(text[letters])
            && char.IsAsciiLetter(text[letters + 1])
            && (text.Length == end || !char.IsLetterOrDigit(text[end]));
        return fits && !IsNeverIssued(text[letters], text[letters + 1]) && !IsYearAndWord(text[4..end]) ? end : 0;
    }

    /// <summary>"in 2026 op de brug": a short word after a year.</summary>
    private static bool IsYearAndWord(ReadOnlySpan<char> letters) =>
        letters.Length == 3 && ShortWords.Contains(letters[1..], StringComparison.Ordinal);

    private static bool IsNeverIssued(char first, char second) =>
        first is 'S' or 's' && (char.ToUpperInvariant(second) is 'A' or 'D' or 'S');
}
