namespace WebcareHub.Contracts.Api;

/// <summary>A text to look at for plain language: <c>POST /api/v1/blueprint/remarks</c>. Nothing of it is stored or logged.</summary>
/// <param name="Text">As it is to be written; 10,000 characters at most.</param>
public sealed record TextToRead(string Text);

/// <summary>What could be plainer, in the order of reading; empty when nothing is noticed. Never a score.</summary>
public sealed record TextRemarks(IReadOnlyList<TextRemark> Items);

/// <summary>One remark.</summary>
/// <param name="Kind">longSentence, passive, hardWord or readingOrder.</param>
/// <param name="Start">Index of the first character, from 0.</param>
/// <param name="Length">In characters.</param>
/// <param name="What">Dutch, what is noticed.</param>
/// <param name="Suggestion">Dutch, what to do instead.</param>
public sealed record TextRemark(string Kind, int Start, int Length, string What, string Suggestion);
