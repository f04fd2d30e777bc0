"""What is reached over HTTP: the ingress of webhooks."""
