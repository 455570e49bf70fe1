namespace WebcareHub.Testing;

/// <summary>Addresses of the real servers that tests run against; <c>./webcare test</c> starts them and sets these variables.</summary>
public static class TestServers
{
    /// <summary>Connection string of a superuser, without a database.</summary>
    public static string Postgres => Required("WEBCARE_TEST_POSTGRES");

    /// <summary>AMQP address, without a vhost.</summary>
    public static Uri RabbitMq => new(Required("WEBCARE_TEST_RABBITMQ"));

    /// <summary>Management address with user and password, without a path.</summary>
    public static Uri RabbitMqManagement => new(Required("WEBCARE_TEST_RABBITMQ_MANAGEMENT"));

    private static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"{name} is not set. Run the tests with ./webcare test, or point it at a server.");
}
