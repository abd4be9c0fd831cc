"""Files to model: the only place that knows YAML and front matter. Fails closed, collects every finding."""
