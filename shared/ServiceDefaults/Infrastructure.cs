using System.Net.Sockets;
using Npgsql;
using RabbitMQ.Client.Exceptions;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.ServiceDefaults;

/// <summary>Tells a failure of the ground we stand on from a failure of what we carry.</summary>
public static class Infrastructure
{
    /// <summary>The database, the broker or the network is away: trying the same thing later can help, and it is nobody's fault.</summary>
    public static bool IsAway(Exception exception) =>
        exception switch
        {
            PostgresException postgres => IsAway(postgres),
            NpgsqlException or SocketException or IOException or TimeoutException => true,
            BrokerAwayException or BrokerUnreachableException or OperationInterruptedException => true,
            MassTransit.RabbitMqConnectionException or MassTransit.ConnectionException => true,
            AggregateException several => several.InnerExceptions.Any(IsAway),
            { InnerException: { } inner } => IsAway(inner),
            _ => false,
        };

    /// <summary>Shutting down, starting up, no connection left, no disk, deadlock or serialisation: all pass.</summary>
    private static bool IsAway(PostgresException failure) =>
        failure.IsTransient
        || failure.SqlState is "57P01" or "57P02" or "57P03" or "57014" or "55000"
        || failure.SqlState.StartsWith("53", StringComparison.Ordinal)
        || failure.SqlState.StartsWith("08", StringComparison.Ordinal);
}
