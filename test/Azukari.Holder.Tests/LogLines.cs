using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Azukari.Holder.Tests;

/// <summary>What a holder writes to its log, line by line.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    internal IEnumerable<string> Of(LogLevel level) => lines.Where(line => line.Level == level).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => new Line(lines);

    public void Dispose()
    {
        // Holds nothing but memory.
    }

    private sealed class Line(ConcurrentQueue<(LogLevel Level, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue((logLevel, formatter(state, exception)));
    }
}
